package io.trainyard.events;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An object in S3, or all objects whose keys begin alike. It is no URI: a key stands in it as it is, so that {@code %20}, {@code #} and
 * {@code ?} mean themselves.
 *
 * @param bucket by S3's naming rules
 * @param key an object's key, or what keys begin with; empty for the whole bucket
 */
public record S3Location(String bucket, String key) {

    /** No control characters, halves of characters and ends of lines: no listing and no training job can name them. */
    private static final Pattern URI =
            Pattern.compile("s3://([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])(?:/([^\\p{Cc}\\p{Cs}\\p{Zl}\\p{Zp}]*))?");

    /** In bytes, as S3 counts. */
    private static final int LONGEST_KEY = 1024;

    /** In characters, as SageMaker takes them for a channel and an archive. */
    private static final int LONGEST = 1024;

    public S3Location {
        Objects.requireNonNull(bucket, "bucket");
        Objects.requireNonNull(key, "key");
    }

    /** Reads {@code s3://bucket/key}; empty where the text is none, or none that S3 and SageMaker could take. */
    public static Optional<S3Location> parse(String text) {
        var match = URI.matcher(text);
        if (text.length() > LONGEST || !match.matches()) {
            return Optional.empty();
        }
        String key = match.group(2) == null ? "" : match.group(2);
        return key.getBytes(StandardCharsets.UTF_8).length > LONGEST_KEY
                ? Optional.empty()
                : Optional.of(new S3Location(match.group(1), key));
    }

    @Override
    public String toString() {
        return "s3://" + bucket + "/" + key;
    }
}
