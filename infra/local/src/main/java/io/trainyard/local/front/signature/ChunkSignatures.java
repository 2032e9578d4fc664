package io.trainyard.local.front.signature;

import java.util.Map;

/** The chain of signatures of a body in chunks: each signs its chunk and the signature before it. */
final class ChunkSignatures {

    private static final String OF_NOTHING = Digests.sha256("");

    private final byte[] key;
    private final Authorization authorization;
    private String last;

    ChunkSignatures(byte[] key, Authorization authorization) {
        this.key = key;
        this.authorization = authorization;
        this.last = authorization.signature();
    }

    void chunk(byte[] data, String signature) throws TamperedBodyException {
        check("AWS4-HMAC-SHA256-PAYLOAD", OF_NOTHING + "\n" + Digests.sha256(data), signature);
    }

    /** @param trailers one line {@code name:value\n} each, in the order of their names */
    void trailer(String trailers, String signature) throws TamperedBodyException {
        check("AWS4-HMAC-SHA256-TRAILER", Digests.sha256(trailers), signature);
    }

    private void check(String algorithm, String hashes, String signature) throws TamperedBodyException {
        var toSign = algorithm + "\n" + authorization.time() + "\n"
                + authorization.scope().text() + "\n" + last + "\n" + hashes;
        var expected = Digests.hex(Digests.hmac(key, toSign));
        if (!Digests.same(expected, signature)) {
            throw new TamperedBodyException(new Breach(
                    Breach.Kind.WRONG_SIGNATURE,
                    Signatures.MISMATCH,
                    Map.of(
                            "AWSAccessKeyId", authorization.scope().accessKeyId(),
                            "StringToSign", toSign,
                            "SignatureProvided", signature)));
        }
        last = expected;
    }
}
