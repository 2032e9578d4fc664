package io.trainyard.tests.bench;

import com.sun.net.httpserver.Headers;
import io.trainyard.local.front.signature.Authorization;
import io.trainyard.local.front.signature.Digests;
import io.trainyard.local.front.signature.Head;
import io.trainyard.local.front.signature.Signatures;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4FamilyHttpSigner;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;

/** What the front's check of one signed call costs by itself: no socket, no service, only the reading and the hashing. */
final class SignatureCheck implements Measurement {

    private static final String KEY = "AKIABENCH00000000000";
    private static final String SECRET = "secret";
    private static final byte[] BODY =
            "{\"QueueUrl\":\"http://127.0.0.1:4599/123456789012/bench\",\"MessageBody\":\"%s\"}"
                    .formatted("x".repeat(1024))
                    .getBytes(StandardCharsets.UTF_8);

    private final Clock clock;

    SignatureCheck(Clock clock) {
        this.clock = clock;
    }

    @Override
    public String name() {
        return "signature";
    }

    @Override
    public List<Row> take() {
        Clock now = Clock.fixed(clock.instant(), ZoneOffset.UTC);
        Headers headers = signed(now);
        var signatures = new Signatures(id -> Optional.of(SECRET), now);
        List<Double> millis = new ArrayList<>();
        for (int i = 0; i < AwsCalls.WARM_UP + AwsCalls.MEASURED; i++) {
            long began = System.nanoTime();
            check(signatures, headers);
            millis.add((System.nanoTime() - began) / 1e6);
        }
        Samples samples = Samples.of(millis.subList(AwsCalls.WARM_UP, millis.size()));
        return List.of(new Row(
                "signature check of one call, alone (p50 / p99)",
                "-",
                Figures.fine(samples.median()) + " / " + Figures.fine(samples.percentile(99)) + " ms",
                samples.count() + " calls",
                AwsCalls.WARM_UP + " calls",
                Verdict.MEASURED,
                List.of("A SendMessage with a body of 1 KB; every call of the rows above pays it once.")));
    }

    private static void check(Signatures signatures, Headers headers) {
        var head = new Head("POST", "/", "", headers);
        var authorization = Authorization.of(head);
        var breach = signatures
                .beforeTheBody(head, authorization)
                .or(() -> signatures.signature(head, authorization.orElseThrow(), Digests.sha256(BODY)));
        breach.ifPresent(it -> {
            throw new IllegalStateException(it.message());
        });
    }

    private static Headers signed(Clock now) {
        var request = SdkHttpRequest.builder()
                .method(SdkHttpMethod.POST)
                .uri(URI.create("http://127.0.0.1:4599/"))
                .putHeader("X-Amz-Target", "AmazonSQS.SendMessage")
                .putHeader("Content-Type", "application/x-amz-json-1.0")
                .build();
        var signed = AwsV4HttpSigner.create()
                .sign(it -> it.identity(AwsCredentialsIdentity.create(KEY, SECRET))
                        .request(request)
                        .payload(ContentStreamProvider.fromByteArray(BODY))
                        .putProperty(AwsV4FamilyHttpSigner.SERVICE_SIGNING_NAME, "sqs")
                        .putProperty(AwsV4HttpSigner.REGION_NAME, "eu-west-1")
                        .putProperty(HttpSigner.SIGNING_CLOCK, now));
        var headers = new Headers();
        signed.request().forEachHeader((name, values) -> values.forEach(value -> headers.add(name, value)));
        return headers;
    }
}
