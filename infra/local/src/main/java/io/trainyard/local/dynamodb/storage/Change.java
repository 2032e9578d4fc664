package io.trainyard.local.dynamodb.storage;

/** One physical change of the ordered store. Doing it twice is doing it once, so that the journal may be replayed. */
sealed interface Change {

    /** The ordered map that it changes. */
    String map();

    record Put(String map, byte[] key, byte[] value) implements Change {}

    record Remove(String map, byte[] key) implements Change {}

    /** The whole map goes. */
    record Drop(String map) implements Change {}
}
