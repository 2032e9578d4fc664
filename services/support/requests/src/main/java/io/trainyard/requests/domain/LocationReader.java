package io.trainyard.requests.domain;

import io.trainyard.events.S3Location;
import java.util.Optional;

/** Reads an S3 location, and keeps it to be looked for later. */
final class LocationReader {

    private LocationReader() {}

    static void read(Field field, Limits limits) {
        Optional<String> text = field.text();
        if (text.isEmpty()) {
            return;
        }
        Optional<S3Location> location = S3Location.parse(text.get());
        if (location.isEmpty()) {
            field.refuse(
                    "must be an S3 location, not " + Spelling.shown(text.get()),
                    "for example s3://bucket/folder/file.csv");
        } else if (!allowed(location.get().toString(), limits)) {
            field.refuse(
                    "must lie where this deployment may read", "begin with " + String.join(" or ", limits.locations()));
        } else {
            field.locate(location.get());
        }
    }

    private static boolean allowed(String location, Limits limits) {
        return limits.locations().isEmpty() || limits.locations().stream().anyMatch(location::startsWith);
    }
}
