package io.trainyard.local;

import io.trainyard.local.front.AccessKey;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4FamilyHttpSigner;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.SignRequest;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;

/** One HTTP request signed by the SDK's own signer, so that a test can then send something else. */
final class SignedRequest {

    private static final Set<String> BY_THE_CLIENT = Set.of("host", "content-length", "expect");

    private final String service;
    private final AccessKey key;
    private final Map<String, String> headers = new HashMap<>();
    private SdkHttpMethod method = SdkHttpMethod.POST;
    private URI uri;
    private byte[] body = new byte[0];
    private Clock clock = Clock.systemUTC();
    private Consumer<SignRequest.Builder<AwsCredentialsIdentity>> how = it -> {};

    private SignedRequest(String service, URI uri, AccessKey key) {
        this.service = service;
        this.uri = uri;
        this.key = key;
    }

    static SignedRequest to(RunningAccount account, String service, String path) {
        return new SignedRequest(service, account.endpoint().resolve(path), account.admin());
    }

    /** A call by the JSON protocol. */
    static SignedRequest json(RunningAccount account, String service, String target, String body) {
        return to(account, service, "/")
                .header("X-Amz-Target", target)
                .header("Content-Type", "application/x-amz-json-1.1")
                .body(body);
    }

    SignedRequest header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    SignedRequest method(SdkHttpMethod other) {
        method = other;
        return this;
    }

    SignedRequest body(String text) {
        body = text.getBytes(StandardCharsets.UTF_8);
        return this;
    }

    SignedRequest at(Duration fromNow) {
        clock = Clock.fixed(Clock.systemUTC().instant().plus(fromNow), ZoneOffset.UTC);
        return this;
    }

    SignedRequest presigned(Duration lifetime) {
        // Over plain HTTP the signer signs the body whatever one asks for, which S3 does not read in a URL.
        uri = URI.create(uri.toString().replace("http:", "https:"));
        how = it -> it.putProperty(AwsV4FamilyHttpSigner.AUTH_LOCATION, AwsV4FamilyHttpSigner.AuthLocation.QUERY_STRING)
                .putProperty(AwsV4FamilyHttpSigner.EXPIRATION_DURATION, lifetime)
                .putProperty(AwsV4FamilyHttpSigner.PAYLOAD_SIGNING_ENABLED, false);
        return this;
    }

    SignedRequest inChunks() {
        how = it -> it.putProperty(AwsV4FamilyHttpSigner.CHUNK_ENCODING_ENABLED, true);
        return this;
    }

    /** Sends what was signed. */
    HttpResponse<String> send() {
        return send(it -> it);
    }

    /** Signs, lets something change the body, and sends. */
    HttpResponse<String> send(java.util.function.UnaryOperator<String> tampering) {
        var signed = AwsV4HttpSigner.create().sign(it -> {
            it.identity(AwsCredentialsIdentity.create(key.id(), key.secret()))
                    .request(unsigned())
                    .payload(ContentStreamProvider.fromByteArray(body))
                    .putProperty(AwsV4FamilyHttpSigner.SERVICE_SIGNING_NAME, service)
                    .putProperty(AwsV4HttpSigner.REGION_NAME, "eu-west-1")
                    .putProperty(AwsV4FamilyHttpSigner.DOUBLE_URL_ENCODE, !service.equals("s3"))
                    .putProperty(AwsV4FamilyHttpSigner.NORMALIZE_PATH, !service.equals("s3"))
                    .putProperty(HttpSigner.SIGNING_CLOCK, clock);
            how.accept(it);
        });
        var wire = signed.payload()
                .map(ContentStreamProvider::newStream)
                .orElseGet(() -> new ByteArrayInputStream(new byte[0]));
        try (wire;
                var http = HttpClient.newHttpClient()) {
            var sent = tampering.apply(new String(wire.readAllBytes(), StandardCharsets.ISO_8859_1));
            var request = HttpRequest.newBuilder(
                            URI.create(signed.request().getUri().toString().replace("https:", "http:")))
                    .method(
                            method.name(),
                            sent.isEmpty()
                                    ? BodyPublishers.noBody()
                                    : BodyPublishers.ofString(sent, StandardCharsets.ISO_8859_1));
            signed.request().forEachHeader((name, values) -> {
                if (!BY_THE_CLIENT.contains(name.toLowerCase(java.util.Locale.ROOT))) {
                    values.forEach(value -> request.header(name, value));
                }
            });
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private SdkHttpRequest unsigned() {
        var request = SdkHttpRequest.builder().method(method).uri(uri);
        headers.forEach(request::putHeader);
        if (body.length > 0) {
            request.putHeader("Content-Length", Integer.toString(body.length));
        }
        return request.build();
    }
}
