package io.trainyard.local.front;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccessKeysTest {

    @TempDir
    Path folder;

    @Test
    void givesEveryPrincipalItsOwnKeyAndKeepsIt() {
        var keys = new AccessKeys(folder.resolve("keys.json"), new Random(1));
        var admin = keys.of("admin");
        var training = keys.of("training");

        var again = new AccessKeys(folder.resolve("keys.json"), new Random(2));

        assertThat(admin.id()).matches("AKIA[A-Z2-7]{16}").isNotEqualTo(training.id());
        assertThat(again.of("admin")).isEqualTo(admin);
        assertThat(again.withId(training.id())).contains(training);
        assertThat(again.withId("AKIAUNKNOWN")).isEmpty();
        assertThat(admin.toString()).doesNotContain(admin.secret());
    }

    @Test
    void letsOnlyTheOwnerReadTheFile() throws IOException {
        new AccessKeys(folder.resolve("keys.json"), new Random(1)).of("admin");

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("keys.json"))))
                .isEqualTo("rw-------");
    }
}
