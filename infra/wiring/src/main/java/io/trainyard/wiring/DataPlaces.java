package io.trainyard.wiring;

import java.util.List;
import java.util.stream.Stream;

/**
 * Where on S3 the services of a deployment may read.
 *
 * @param bucket the artifacts bucket
 * @param locations what lies beside it, as {@code s3://bucket/} or {@code s3://bucket/folder/}
 */
public record DataPlaces(String bucket, List<String> locations) {

    private static final String ARN = "arn:aws:s3:::";
    private static final String SCHEME = "s3://";

    public DataPlaces {
        locations = List.copyOf(locations);
    }

    /** The artifacts bucket, and every other there is. */
    public static DataPlaces anywhere(String bucket) {
        return new DataPlaces(bucket, List.of(SCHEME + "*/"));
    }

    List<String> buckets() {
        return Stream.concat(
                        Stream.of(bucket),
                        locations.stream()
                                .map(location ->
                                        location.substring(SCHEME.length()).split("/", 2)[0])
                                .distinct())
                .map(ARN::concat)
                .toList();
    }

    List<String> objects() {
        return Stream.concat(own().stream(), locations.stream().map(it -> ARN + it.substring(SCHEME.length()) + "*"))
                .toList();
    }

    /** What is in the artifacts bucket. */
    List<String> own() {
        return List.of(ARN + bucket + "/*");
    }
}
