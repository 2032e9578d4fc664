package io.trainyard.local.front.signature;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.Locale;

/**
 * A body that is compared with its signed hash while it is read. Its last bytes come only when the hash holds, so that
 * whoever stores it never gets the whole of another body.
 */
final class HashedBody extends InputStream {

    private final InputStream body;
    private final String hash;
    private final long length;
    private final MessageDigest digest = Digests.sha256();
    private long read;

    /** @param length in bytes; negative where it is known only at the end */
    HashedBody(InputStream body, String hash, long length) {
        this.body = body;
        this.hash = hash.toLowerCase(Locale.ROOT);
        this.length = length;
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int count) throws IOException {
        var got = body.read(buffer, offset, count);
        if (got > 0) {
            digest.update(buffer, offset, got);
            read += got;
        }
        if (read == length ? got > 0 : got < 0 && length < 0) {
            check();
        }
        return got;
    }

    private void check() throws TamperedBodyException {
        var computed = Digests.hex(digest.digest());
        if (!computed.equals(hash)) {
            throw new TamperedBodyException(Breach.otherBody(hash, computed));
        }
    }

    @Override
    public void close() throws IOException {
        body.close();
    }
}
