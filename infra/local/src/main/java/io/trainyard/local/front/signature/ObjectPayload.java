package io.trainyard.local.front.signature;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;

/**
 * How S3's requests sign their bodies (S3 API Reference, "Authenticating Requests"): by a hash, not at all, or in chunks
 * that each have a signature.
 *
 * @param word the value of {@code x-amz-content-sha256}
 */
public record ObjectPayload(String word) {

    private static final String UNSIGNED = "UNSIGNED-PAYLOAD";
    private static final String CHUNKS = "STREAMING-AWS4-HMAC-SHA256-PAYLOAD";
    private static final String CHUNKS_AND_TRAILER = "STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER";
    private static final String UNSIGNED_CHUNKS = "STREAMING-UNSIGNED-PAYLOAD-TRAILER";

    /** What the request says; a presigned URL says nothing and signs no body. */
    public static ObjectPayload of(Head head) {
        return new ObjectPayload(head.header("x-amz-content-sha256").orElse(UNSIGNED));
    }

    /** The body, checked while it is read. */
    public InputStream checked(InputStream body, Head head, Signatures signatures, Authorization authorization)
            throws IOException {
        return switch (word) {
            case UNSIGNED, UNSIGNED_CHUNKS -> body;
            case CHUNKS, CHUNKS_AND_TRAILER ->
                new SignedChunks(
                        body,
                        new ChunkSignatures(signatures.key(authorization), authorization),
                        word.equals(CHUNKS_AND_TRAILER));
            default -> hashed(body, head);
        };
    }

    private InputStream hashed(InputStream body, Head head) throws IOException {
        var length = head.header("Content-Length").map(Long::parseLong).orElse(-1L);
        var nothingComes =
                length == 0 || (length < 0 && head.header("Transfer-Encoding").isEmpty());
        if (nothingComes && !word.toLowerCase(Locale.ROOT).equals(Digests.sha256(""))) {
            throw new TamperedBodyException(Breach.otherBody(word, Digests.sha256("")));
        }
        return nothingComes ? body : new HashedBody(body, word, length);
    }
}
