package io.trainyard.local.front.signature;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.TreeMap;

/**
 * A body of {@code aws-chunked} chunks with a signature each. Hands on the bytes as they came, one chunk at a time and
 * only when its signature holds.
 */
final class SignedChunks extends InputStream {

    private static final int LONGEST_LINE = 8_192;
    private static final int LARGEST_CHUNK = 128 << 20;
    private static final String MARK = ";chunk-signature=";
    private static final String TRAILER_MARK = "x-amz-trailer-signature";

    private final InputStream raw;
    private final ChunkSignatures signatures;
    private final boolean trailer;
    private ByteArrayInputStream checked = new ByteArrayInputStream(new byte[0]);
    private boolean last;

    /** @param trailer whether signed trailing headers follow the last chunk */
    SignedChunks(InputStream raw, ChunkSignatures signatures, boolean trailer) {
        this.raw = raw;
        this.signatures = signatures;
        this.trailer = trailer;
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int count) throws IOException {
        if (checked.available() == 0) {
            if (last) {
                return -1;
            }
            next();
        }
        return checked.read(buffer, offset, count);
    }

    private void next() throws IOException {
        var line = line();
        var mark = line.indexOf(MARK);
        if (mark <= 0) {
            throw new IOException("a chunk of the body has no signature");
        }
        var size = Integer.parseUnsignedInt(line, 0, mark, 16);
        if (size < 0 || size > LARGEST_CHUNK) {
            throw new IOException("a chunk of the body has " + size + " bytes");
        }
        var data = raw.readNBytes(size);
        signatures.chunk(data, line.substring(mark + MARK.length()).strip());
        var passed = new ByteArrayOutputStream(size + line.length() + 4);
        passed.writeBytes(bytes(line + "\r\n"));
        passed.writeBytes(data);
        if (size > 0) {
            passed.writeBytes(raw.readNBytes(2));
        } else {
            last = true;
            passed.writeBytes(end());
        }
        checked = new ByteArrayInputStream(passed.toByteArray());
    }

    /** What follows the last chunk: its trailing headers, and an empty line. */
    private byte[] end() throws IOException {
        var passed = new StringBuilder();
        var headers = new TreeMap<String, String>();
        String line;
        while (!(line = line()).isEmpty()) {
            passed.append(line).append("\r\n");
            var colon = line.indexOf(':');
            headers.put(
                    line.substring(0, Math.max(0, colon)),
                    line.substring(colon + 1).strip());
        }
        if (trailer) {
            var signature = headers.remove(TRAILER_MARK);
            var signed = new StringBuilder();
            headers.forEach((name, value) ->
                    signed.append(name).append(':').append(value).append('\n'));
            signatures.trailer(signed.toString(), signature == null ? "" : signature);
        }
        return bytes(passed + "\r\n");
    }

    private String line() throws IOException {
        var line = new StringBuilder();
        int next;
        while ((next = raw.read()) >= 0 && next != '\n') {
            if (line.length() > LONGEST_LINE) {
                throw new IOException("a chunk of the body starts with no size");
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    @Override
    public void close() throws IOException {
        raw.close();
    }
}
