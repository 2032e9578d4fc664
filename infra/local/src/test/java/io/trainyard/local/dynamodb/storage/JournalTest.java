package io.trainyard.local.dynamodb.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {

    @TempDir
    Path folder;

    private static List<Change> put(String key) {
        byte[] bytes = key.getBytes(StandardCharsets.UTF_8);
        return List.of(new Change.Put("map", bytes, bytes), new Change.Remove("map", bytes), new Change.Drop("map"));
    }

    private List<String> replayed(long from) {
        List<String> keys = new ArrayList<>();
        Journal.replay(folder, from, changes -> {
            assertThat(changes).hasSize(3);
            keys.add(new String(((Change.Put) changes.getFirst()).key(), StandardCharsets.UTF_8));
        });
        return keys;
    }

    private Path segment(int number) {
        return folder.resolve("journal-%08d.log".formatted(number));
    }

    private void write(String... keys) {
        try (Journal journal = new Journal(folder, 1)) {
            for (String key : keys) {
                journal.append(put(key));
            }
        }
    }

    @Test
    void givesBackEveryRecordInOrderAcrossSegments() {
        try (Journal journal = new Journal(folder, 1)) {
            journal.append(put("a"));
            journal.roll();
            journal.append(put("b"));
            journal.append(put("c"));
        }

        assertThat(replayed(1)).containsExactly("a", "b", "c");
        assertThat(replayed(2)).containsExactly("b", "c");
    }

    @Test
    void leavesOutARecordThatWasCutShortAtAnyByte() throws IOException {
        write("whole", "short");
        byte[] all = Files.readAllBytes(segment(1));
        int record = all.length / 2;
        for (int length = record; length < all.length; length++) {
            Files.write(segment(1), Arrays.copyOf(all, length));
            assertThat(replayed(1)).containsExactly("whole");
        }
    }

    @Test
    void refusesARecordThatHasChanged() throws IOException {
        write("a", "b");
        byte[] all = Files.readAllBytes(segment(1));
        all[20] ^= 1;
        Files.write(segment(1), all);

        assertThatThrownBy(() -> replayed(1)).hasMessageContaining("journal-00000001.log is damaged");
    }
}
