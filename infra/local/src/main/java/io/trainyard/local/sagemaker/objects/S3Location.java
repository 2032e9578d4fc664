package io.trainyard.local.sagemaker.objects;

import java.util.Optional;

/**
 * {@code s3://bucket/key}, the key as it is (S3 URIs are not percent-encoded).
 *
 * @param key a key or a prefix of keys; may be empty
 */
public record S3Location(String bucket, String key) {

    private static final String SCHEME = "s3://";

    /** Empty where the text is no S3 URI or names no bucket. */
    public static Optional<S3Location> parse(String uri) {
        if (!uri.startsWith(SCHEME)) {
            return Optional.empty();
        }
        String rest = uri.substring(SCHEME.length());
        int slash = rest.indexOf('/');
        String bucket = slash < 0 ? rest : rest.substring(0, slash);
        return bucket.isEmpty()
                ? Optional.empty()
                : Optional.of(new S3Location(bucket, slash < 0 ? "" : rest.substring(slash + 1)));
    }

    /** @throws IllegalArgumentException where the text is no S3 URI */
    public static S3Location of(String uri) {
        return parse(uri).orElseThrow(() -> new IllegalArgumentException(uri + " is not of the form s3://bucket/key"));
    }

    /** The location below this one taken as a folder. */
    public S3Location below(String name) {
        return new S3Location(bucket, key.isEmpty() || key.endsWith("/") ? key + name : key + "/" + name);
    }

    @Override
    public String toString() {
        return SCHEME + bucket + "/" + key;
    }
}
