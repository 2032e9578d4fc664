package io.trainyard.local.dynamodb.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreTest {

    @TempDir
    Path folder;

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static void put(Store store, String... keys) {
        store.write(batch -> {
            for (String key : keys) {
                batch.put("map", bytes(key), bytes(key));
            }
            return null;
        });
    }

    private static List<String> keys(Store store, KeyRange range, boolean forward) {
        List<String> keys = new ArrayList<>();
        store.scan("map", range, forward)
                .forEachRemaining(entry -> keys.add(new String(entry.key(), StandardCharsets.UTF_8)));
        return keys;
    }

    @Test
    void scansRangesBothWaysWithoutTheirEnd() {
        try (Store store = Store.open(folder)) {
            put(store, "a", "b", "c", "d");
            KeyRange range = new KeyRange(bytes("b"), bytes("d"));

            assertThat(keys(store, range, true)).containsExactly("b", "c");
            assertThat(keys(store, range, false)).containsExactly("c", "b");
            assertThat(keys(store, KeyRange.ALL, true)).containsExactly("a", "b", "c", "d");
            assertThat(keys(store, KeyRange.ALL, false)).containsExactly("d", "c", "b", "a");
            assertThat(keys(store, range.beyond(bytes("b"), true), true)).containsExactly("c");
            assertThat(keys(store, range.beyond(bytes("c"), false), false)).containsExactly("b");
        }
    }

    @Test
    void writesNothingWhereTheWorkFails() {
        try (Store store = Store.open(folder)) {
            put(store, "a");

            assertThatThrownBy(() -> store.write(batch -> {
                        batch.put("map", bytes("b"), bytes("b"));
                        throw new IllegalStateException("changed its mind");
                    }))
                    .hasMessage("changed its mind");

            assertThat(keys(store, KeyRange.ALL, true)).containsExactly("a");
        }
    }

    @Test
    void keepsWhatWasWrittenBeforeAndAfterACheckpoint() {
        try (Store store = Store.open(folder)) {
            put(store, "a", "b");
            store.checkpoint();
            store.write(batch -> {
                batch.remove("map", bytes("a"));
                return null;
            });
            put(store, "c");
        }

        try (Store store = Store.open(folder)) {
            assertThat(keys(store, KeyRange.ALL, true)).containsExactly("b", "c");
        }
    }

    /** A copy of what is on disk while it is open is what a kill leaves. */
    @Test
    void goesOnInANewFileAfterAKill(@TempDir Path copy) throws IOException {
        try (Store store = Store.open(folder)) {
            put(store, "a");
            store.checkpoint();
            put(store, "b");
            copy(folder, copy);
        }

        try (Store store = Store.open(copy)) {
            assertThat(keys(store, KeyRange.ALL, true)).containsExactly("a", "b");
        }
        assertThat(names(copy)).contains("tables-2.mv").doesNotContain("tables-1.mv");
        try (Store store = Store.open(copy)) {
            assertThat(keys(store, KeyRange.ALL, true)).containsExactly("a", "b");
        }
        assertThat(names(copy)).as("after an end in peace").contains("tables-2.mv");
    }

    private static void copy(Path from, Path to) throws IOException {
        for (String name : names(from)) {
            Files.copy(from.resolve(name), to.resolve(name));
        }
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void dropsAMapForGood() {
        try (Store store = Store.open(folder)) {
            put(store, "a");
            store.checkpoint();
            store.write(batch -> {
                batch.drop("map");
                return null;
            });
            assertThat(keys(store, KeyRange.ALL, true)).isEmpty();
        }

        try (Store store = Store.open(folder)) {
            assertThat(keys(store, KeyRange.ALL, true)).isEmpty();
        }
    }

    @Test
    void keepsEverythingThroughRewritesOfItsFile() {
        try (Store store = Store.open(folder)) {
            put(store, "a", "b");
            store.rewrite();
            Iterator<Entry> reading = store.scan("map", KeyRange.ALL, true);
            put(store, "c");
            store.rewrite();
            put(store, "d");
            assertThat(reading).toIterable().hasSize(2);
        }

        try (Store store = Store.open(folder)) {
            assertThat(keys(store, KeyRange.ALL, true)).containsExactly("a", "b", "c", "d");
        }
        assertThat(folder).isDirectoryContaining("glob:**tables-3.mv").isDirectoryNotContaining("glob:**tables-2.mv");
    }

    @Test
    void startsFromTheOldFileWhereARewriteWasCutShort() throws IOException {
        try (Store store = Store.open(folder)) {
            put(store, "a");
        }
        Files.write(folder.resolve("rewrite.part"), new byte[] {1, 2, 3});

        try (Store store = Store.open(folder)) {
            assertThat(keys(store, KeyRange.ALL, true)).containsExactly("a");
            store.rewrite();
            assertThat(keys(store, KeyRange.ALL, true)).containsExactly("a");
        }
    }

    @Test
    void startsFromTheNewFileWhereAKillLeftTheOldOneToo() throws IOException {
        try (Store store = Store.open(folder)) {
            put(store, "a");
        }
        byte[] old = Files.readAllBytes(folder.resolve("tables-1.mv"));
        try (Store store = Store.open(folder)) {
            store.rewrite();
            put(store, "b");
        }
        Files.write(folder.resolve("tables-1.mv"), old);

        try (Store store = Store.open(folder)) {
            assertThat(keys(store, KeyRange.ALL, true)).containsExactly("a", "b");
        }
        assertThat(folder).isDirectoryNotContaining("glob:**tables-1.mv");
    }

    @Test
    void boundsTheFileOfATableThatIsWrittenOverAndOver() throws IOException {
        try (Store store = Store.open(folder)) {
            byte[] big = new byte[200_000];
            for (int round = 0; round < 400; round++) {
                byte[] key = bytes("k" + round % 5);
                store.write(batch -> {
                    batch.put("map", key, big);
                    return null;
                });
                store.checkpoint();
                store.compact();
            }
        }
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.mapToLong(file -> file.toFile().length()).sum()).isLessThan(40_000_000);
        }
    }

    @Test
    void refusesAFolderThatIsInUse() {
        try (Store store = Store.open(folder)) {
            put(store, "a");

            assertThatThrownBy(() -> Store.open(folder))
                    .hasMessageContaining(folder.toString())
                    .hasMessageContaining("another process has them open");
        }
    }
}
