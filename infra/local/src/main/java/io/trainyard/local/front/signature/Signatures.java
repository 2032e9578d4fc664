package io.trainyard.local.front.signature;

import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Checks SigV4 signatures (AWS General Reference, "Signing AWS API requests").
 *
 * <p>The order is the one that AWS shows to DynamoDB's callers: what cannot be read, then the time, then the key, then the signature
 * (architect/dynalite index.js, whose tests also run against AWS).
 */
public final class Signatures {

    static final String MISMATCH =
            "The request signature we calculated does not match the signature you provided. Check"
                    + " your AWS Secret Access Key and signing method. Consult the service documentation for details.";
    static final String UNKNOWN = "The security token included in the request is invalid.";

    private final Function<String, Optional<String>> secrets;
    private final InstantSource clock;
    private final SigningKeys keys = new SigningKeys();

    /**
     * Checks against these keys.
     *
     * @param secrets the secret of an access key's id; empty where there is no such key
     * @param clock the machine's own: callers sign with theirs
     */
    public Signatures(Function<String, Optional<String>> secrets, InstantSource clock) {
        this.secrets = secrets;
        this.clock = clock;
    }

    /** What is wrong before any body is read: a part missing, the key unknown, the time off. */
    public Optional<Breach> beforeTheBody(Head head, Optional<Authorization> authorization) {
        if (authorization.isEmpty()) {
            return Optional.of(Authorization.problem(head));
        }
        var late = SigningTime.breach(authorization.get(), clock.instant());
        if (late.isPresent()) {
            return late;
        }
        var keyId = authorization.get().scope().accessKeyId();
        if (secrets.apply(keyId).isEmpty()) {
            return Optional.of(new Breach(Breach.Kind.UNKNOWN_KEY, UNKNOWN, Map.of("AWSAccessKeyId", keyId)));
        }
        return Optional.empty();
    }

    /**
     * Whether the signature is the one that the key's owner would have made.
     *
     * @param payload the body's SHA-256 in hexadecimal, or the word that stands for it
     */
    public Optional<Breach> signature(Head head, Authorization authorization, String payload) {
        var canonical = CanonicalRequest.of(head, authorization, payload);
        var toSign = Authorization.ALGORITHM + "\n" + authorization.time() + "\n"
                + authorization.scope().text() + "\n" + Digests.sha256(canonical);
        var expected = Digests.hex(Digests.hmac(key(authorization), toSign));
        return Digests.same(expected, authorization.signature())
                ? Optional.empty()
                : Optional.of(new Breach(
                        Breach.Kind.WRONG_SIGNATURE,
                        MISMATCH,
                        Map.of(
                                "AWSAccessKeyId",
                                authorization.scope().accessKeyId(),
                                "StringToSign",
                                toSign,
                                "SignatureProvided",
                                authorization.signature(),
                                "CanonicalRequest",
                                canonical)));
    }

    byte[] key(Authorization authorization) {
        var secret = secrets.apply(authorization.scope().accessKeyId()).orElse("");
        return keys.of(authorization.scope(), secret);
    }
}
