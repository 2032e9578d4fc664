package io.trainyard.events.json;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.Adler32;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/**
 * Our JSON as tables hold it: deflated (RFC 1950), with our own words known beforehand. DynamoDB bills each write of an item per 1 KB of
 * all of it, so a row of a job that would be 2 or 3 KB as text is written for a third of that.
 *
 * <p>Items outlive a version of ours: what was packed names its words by their checksum, and words once used are never changed. New
 * ones come beside them.
 */
public final class PackedJson {

    private static final byte[] WORDS = KnownWords.FIRST.getBytes(StandardCharsets.UTF_8);
    private static final int CHECKSUM = checksum(WORDS);
    private static final int CHUNK = 4096;

    private PackedJson() {}

    /** The text, packed. */
    public static byte[] pack(String json) {
        var deflater = new Deflater(Deflater.BEST_COMPRESSION);
        try {
            deflater.setDictionary(WORDS);
            deflater.setInput(json.getBytes(StandardCharsets.UTF_8));
            deflater.finish();
            var packed = new ByteArrayOutputStream();
            var chunk = new byte[CHUNK];
            while (!deflater.finished()) {
                packed.write(chunk, 0, deflater.deflate(chunk));
            }
            return packed.toByteArray();
        } finally {
            deflater.end();
        }
    }

    /** @throws UnreadableEvent where these are not the whole bytes of a packed text, or its words are of a newer version */
    public static String unpack(byte[] packed) {
        var inflater = new Inflater();
        try {
            inflater.setInput(packed);
            var text = new ByteArrayOutputStream();
            var chunk = new byte[CHUNK];
            while (!inflater.finished()) {
                int length = inflater.inflate(chunk);
                text.write(chunk, 0, length);
                if (length == 0 && !inflater.finished()) {
                    goOn(inflater);
                }
            }
            return text.toString(StandardCharsets.UTF_8);
        } catch (DataFormatException e) {
            throw new UnreadableEvent("not a packed text: " + e.getMessage());
        } finally {
            inflater.end();
        }
    }

    private static void goOn(Inflater inflater) {
        if (inflater.needsDictionary()) {
            if (inflater.getAdler() != CHECKSUM) {
                throw new UnreadableEvent("packed with words that this version does not know: a newer one wrote it");
            }
            inflater.setDictionary(WORDS);
        } else if (inflater.needsInput()) {
            throw new UnreadableEvent("a packed text without its end");
        }
    }

    private static int checksum(byte[] words) {
        var sum = new Adler32();
        sum.update(words);
        return (int) sum.getValue();
    }
}
