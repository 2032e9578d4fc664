package io.trainyard.local.home;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretFileTest {

    @TempDir
    Path folder;

    @Test
    void isItsOwnersAlone() throws IOException {
        Path file = folder.resolve("key");

        SecretFile.write(file, "first".getBytes(UTF_8));
        SecretFile.write(file, "second".getBytes(UTF_8));

        assertThat(file).hasContent("second");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(folder).isDirectoryContaining("glob:**/key").isDirectoryNotContaining("glob:**/key.*");
    }

    @Test
    void whatAKillLeftBehindIsInNobodysWay() throws IOException {
        Path file = folder.resolve("key");
        Files.writeString(folder.resolve("key.new"), "half of a ke");

        SecretFile.write(file, "whole".getBytes(UTF_8));

        assertThat(file).hasContent("whole");
    }

    @Test
    void whatWasThereStaysWhereTheNewCannotBeWritten() throws IOException {
        Path file = folder.resolve("key");
        SecretFile.write(file, "first".getBytes(UTF_8));
        Files.createDirectories(folder.resolve("key.new/in-the-way"));

        assertThatThrownBy(() -> SecretFile.write(file, "second".getBytes(UTF_8)))
                .isInstanceOf(IOException.class);

        assertThat(file).hasContent("first");
    }
}
