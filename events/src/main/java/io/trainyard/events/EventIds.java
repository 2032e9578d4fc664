package io.trainyard.events;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Draws the ids that make a second copy of an event recognisable, and hashes that name contents. */
public final class EventIds {

    private EventIds() {}

    /** The id of the event that this attempt of this step says under this name. 32 hexadecimal digits. */
    public static String ofStep(String jobId, int run, String step, int attempt, EventType type) {
        return digest(jobId, Integer.toString(run), step, Integer.toString(attempt), type.eventName())
                .substring(0, 32);
    }

    /** The id of an event that concerns a run as a whole. */
    public static String ofRun(String jobId, int run, EventType type) {
        return ofStep(jobId, run, "", 0, type);
    }

    /**
     * A SHA-256 over the parts, in hexadecimal. Each part is preceded by its length, so that no two lists of parts run
     * together to the same text.
     */
    public static String digest(String... parts) {
        MessageDigest sha = sha256();
        for (String part : parts) {
            byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
            sha.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
            sha.update(bytes);
        }
        return HexFormat.of().formatHex(sha.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }
}
