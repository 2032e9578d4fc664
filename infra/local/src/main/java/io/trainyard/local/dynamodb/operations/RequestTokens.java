package io.trainyard.local.dynamodb.operations;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.trainyard.local.dynamodb.fault.ServiceError;
import io.trainyard.local.dynamodb.storage.Batch;
import io.trainyard.local.dynamodb.storage.Entry;
import io.trainyard.local.dynamodb.storage.KeyRange;
import io.trainyard.local.dynamodb.storage.Store;
import io.trainyard.local.dynamodb.wire.Json;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Optional;

/**
 * The client request tokens of transactions that were done, remembered for ten minutes, restarts included.
 *
 * <p>Source: API Reference, "TransactWriteItems", ClientRequestToken.
 */
public final class RequestTokens {

    private static final String MAP = "tokens";
    private static final Duration REMEMBERED = Duration.ofMinutes(10);

    private final Store store;
    private final Clock clock;

    public RequestTokens(Store store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** Whether the very same request has been done under the token; another request under it is refused. */
    boolean isDone(String token, byte[] fingerprint) {
        Optional<byte[]> known = store.get(MAP, key(token)).filter(value -> !isForgotten(value));
        if (known.isPresent() && !Arrays.equals(fingerprint(known.get()), fingerprint)) {
            throw ServiceError.idempotentMismatch("The request uses the same client token as a previous, but"
                    + " non-identical request. Do not reuse a client token with different requests, unless the"
                    + " requests are identical");
        }
        return known.isPresent();
    }

    void remember(Batch batch, String token, byte[] fingerprint) {
        byte[] value = ByteBuffer.allocate(Long.BYTES + fingerprint.length)
                .putLong(clock.millis())
                .put(fingerprint)
                .array();
        batch.put(MAP, key(token), value);
    }

    /** Forgets what is older than ten minutes. */
    public void sweep() {
        Iterator<Entry> entries = store.scan(MAP, KeyRange.ALL, true);
        while (entries.hasNext()) {
            Entry entry = entries.next();
            if (isForgotten(entry.value())) {
                store.write(batch -> {
                    batch.remove(MAP, entry.key());
                    return null;
                });
            }
        }
    }

    /** What must be the same for two requests to be the same. */
    static byte[] fingerprint(ObjectNode request) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(Json.bytes(request.path("TransactItems")));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    private boolean isForgotten(byte[] value) {
        return ByteBuffer.wrap(value).getLong() + REMEMBERED.toMillis() <= clock.millis();
    }

    private static byte[] fingerprint(byte[] value) {
        return Arrays.copyOfRange(value, Long.BYTES, value.length);
    }

    private static byte[] key(String token) {
        return token.getBytes(StandardCharsets.UTF_8);
    }
}
