package io.trainyard.local.children;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PidFilesTest {

    @TempDir
    Path folder;

    private Process process;

    @BeforeEach
    void start() throws IOException {
        process = new ProcessBuilder("sleep", "300").start();
    }

    @AfterEach
    void end() {
        process.destroyForcibly();
    }

    @Test
    void endsTheProcessThatWroteTheFile() throws Exception {
        Process ours =
                new ProcessBuilder(Leash.on(new PidFiles(folder).reserve("ours"), List.of("sleep", "300"))).start();
        while (!Files.exists(folder.resolve("ours.pid"))
                || Files.readString(folder.resolve("ours.pid")).isBlank()) {
            Thread.onSpinWait();
        }
        new PidFiles(folder).endAll();

        assertThat(ours.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void sparesAProcessThatBeganAfterTheFileWasWritten() throws Exception {
        written(Instant.now().minusSeconds(60));
        new PidFiles(folder).endAll();

        assertThat(process.isAlive()).isTrue();
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void sparesAProcessThatHadRunForLongWhenAFolderFromElsewhereWasWritten() throws Exception {
        written(Instant.now().plusSeconds(600));
        new PidFiles(folder).endAll();

        assertThat(process.isAlive()).isTrue();
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void dropsAFileThatNamesNothing() throws Exception {
        Files.createFile(folder.resolve("cut-short.pid"));
        new PidFiles(folder).endAll();

        assertThat(folder).isEmptyDirectory();
    }

    private void written(Instant time) throws IOException {
        Path file = folder.resolve("other.pid");
        Files.writeString(file, Long.toString(process.pid()));
        Files.setLastModifiedTime(file, FileTime.from(time));
    }
}
