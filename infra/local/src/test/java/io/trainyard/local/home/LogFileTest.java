package io.trainyard.local.home;

import static org.assertj.core.api.Assertions.assertThat;

import io.trainyard.local.containers.ContainerLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogFileTest {

    @TempDir
    Path folder;

    @Test
    void keepsAShortFileAsItIs() throws IOException {
        var file = new LogFile(Files.writeString(folder.resolve("f.log"), "short"));
        file.rotate();

        assertThat(file.path()).hasContent("short");
    }

    @Test
    void boundsWhatAContainerPrintsWithoutEnd() throws IOException {
        var line = "x".repeat(1023);
        try (var log = new ContainerLog(folder.resolve("algo-1.log"))) {
            for (long written = 0; written <= 3 * LogFile.LARGEST; written += 1024) {
                log.line(line);
            }
            log.line("the last");
        }

        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).hasSize(2).allMatch(file -> file.toFile().length() <= LogFile.LARGEST + 1024);
        }
        assertThat(Files.readAllLines(folder.resolve("algo-1.log"))).endsWith("the last");
    }
}
