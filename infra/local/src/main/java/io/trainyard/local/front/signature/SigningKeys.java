package io.trainyard.local.front.signature;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Signing keys, derived once per access key, day, region and service. */
final class SigningKeys {

    /** Far more than a day needs; beyond it the days before are forgotten. */
    private static final int MOST = 1_000;

    private final Map<CredentialScope, byte[]> derived = new ConcurrentHashMap<>();

    /** An access key's secret never changes, so its id stands for it. */
    byte[] of(CredentialScope scope, String secret) {
        if (derived.size() > MOST) {
            derived.clear();
        }
        return derived.computeIfAbsent(scope, it -> derive(it, secret));
    }

    private static byte[] derive(CredentialScope scope, String secret) {
        var day = Digests.hmac(("AWS4" + secret).getBytes(StandardCharsets.UTF_8), scope.date());
        var region = Digests.hmac(day, scope.region());
        var service = Digests.hmac(region, scope.service());
        return Digests.hmac(service, "aws4_request");
    }
}
