package io.trainyard.local.front;

import com.sun.net.httpserver.HttpExchange;
import io.trainyard.local.front.signature.Authorization;
import io.trainyard.local.front.signature.Breach;
import io.trainyard.local.front.signature.CredentialScope;
import io.trainyard.local.front.signature.Digests;
import io.trainyard.local.front.signature.Head;
import io.trainyard.local.front.signature.ObjectPayload;
import io.trainyard.local.front.signature.OldPresignedUrl;
import io.trainyard.local.front.signature.Signatures;
import io.trainyard.local.front.signature.TamperedBodyException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Finds out who calls which service, once per request.
 *
 * <p>Bodies of S3 may be larger than memory: they are checked while they pass. All others are read first, because their
 * hash is part of what is signed.
 */
final class Doorkeeper {

    static final int LARGEST_BODY = 32 << 20;
    private static final String S3 = "s3";
    private static final String UNSIGNED = "UNSIGNED-PAYLOAD";

    private final AccessKeys keys;
    private final InstantSource clock;
    private final Signatures signatures;

    Doorkeeper(AccessKeys keys, InstantSource clock) {
        this.keys = keys;
        this.clock = clock;
        this.signatures = new Signatures(this::secret, clock);
    }

    /** Who calls what. */
    record Caller(String service, String principal) {}

    /**
     * The caller of a signed request; empty for an unsigned one.
     *
     * @throws RefusedException where the signature does not hold
     */
    Optional<Caller> identify(HttpExchange exchange) throws IOException {
        var head = Head.of(exchange);
        if (Authorization.isIn(head)) {
            return Optional.of(signed(exchange, head));
        }
        var old = OldPresignedUrl.of(head);
        if (old.isPresent()) {
            refuse(old.get().breach(head, this::secret, clock.instant()), S3, exchange);
            return Optional.of(caller(S3, old.get().keyId()));
        }
        if (head.header("X-Amz-Target").isPresent()) {
            throw refused(Breach.unsigned(), "", exchange);
        }
        return Optional.empty();
    }

    private Caller signed(HttpExchange exchange, Head head) throws IOException {
        var authorization = Authorization.of(head);
        var service = authorization
                .map(Authorization::scope)
                .map(CredentialScope::service)
                .orElse("");
        refuse(signatures.beforeTheBody(head, authorization), service, exchange);
        var known = authorization.orElseThrow();
        if (service.equals(S3)) {
            object(exchange, head, known);
        } else {
            message(exchange, head, known);
        }
        return caller(service, known.scope().accessKeyId());
    }

    private void object(HttpExchange exchange, Head head, Authorization authorization) throws IOException {
        var payload = ObjectPayload.of(head);
        refuse(signatures.signature(head, authorization, payload.word()), S3, exchange);
        try {
            var body = exchange.getRequestBody();
            exchange.setStreams(payload.checked(body, head, signatures, authorization), null);
        } catch (TamperedBodyException e) {
            throw refused(e.breach(), S3, exchange);
        }
    }

    private void message(HttpExchange exchange, Head head, Authorization authorization) throws IOException {
        var body = exchange.getRequestBody().readNBytes(LARGEST_BODY + 1);
        if (body.length > LARGEST_BODY) {
            throw new RefusedException(Refusals.tooLarge(LARGEST_BODY));
        }
        var unsigned = head.header("x-amz-content-sha256").filter(UNSIGNED::equals);
        var payload = unsigned.orElseGet(() -> Digests.sha256(body));
        refuse(
                signatures.signature(head, authorization, payload),
                authorization.scope().service(),
                exchange);
        exchange.setStreams(new ByteArrayInputStream(body), null);
    }

    private Caller caller(String service, String keyId) {
        return new Caller(service, keys.withId(keyId).orElseThrow().principal());
    }

    private Optional<String> secret(String keyId) {
        return keys.withId(keyId).map(AccessKey::secret);
    }

    private static void refuse(Optional<Breach> breach, String service, HttpExchange exchange) {
        breach.ifPresent(it -> {
            throw refused(it, service, exchange);
        });
    }

    /** The refusal of a request to this service, in the service's own protocol. */
    static RefusedException refused(Breach breach, String service, HttpExchange exchange) {
        var wire = ErrorForm.of(
                service,
                exchange.getRequestURI().getPath(),
                Optional.ofNullable(exchange.getRequestHeaders().getFirst("Content-Type")));
        var requestId = exchange.getResponseHeaders().getFirst("x-amzn-RequestId");
        return new RefusedException(IdentityFacts.answer(wire, breach, requestId));
    }
}
