package io.trainyard.local.dynamodb.storage;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The attributes that are the key of a table or an index.
 *
 * @param range null where the key is the partition key alone
 */
public record KeySchema(String hash, @Nullable String range) {

    public List<String> attributes() {
        return range == null ? List.of(hash) : List.of(hash, range);
    }
}
