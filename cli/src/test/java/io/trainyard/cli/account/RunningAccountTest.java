package io.trainyard.cli.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunningAccountTest {

    @TempDir
    private Path folder;

    @Test
    void isTheProcessThatWroteTheFile() throws IOException {
        write(ProcessHandle.current().pid(), Instant.now());

        assertThat(RunningAccount.in(new Home(folder))).hasValueSatisfying(account -> {
            assertThat(account.endpoint()).hasPort(4599);
            assertThat(account.bucket()).isEqualTo("ty-dev-artifacts");
        });
    }

    @Test
    void isNotAProcessThatGotTheSameIdLater() throws IOException {
        write(ProcessHandle.current().pid(), Instant.parse("2020-01-01T00:00:00Z"));

        assertThat(RunningAccount.in(new Home(folder))).isEmpty();
    }

    @Test
    void isNotAProcessThatIsGone() throws Exception {
        Process gone = new ProcessBuilder("true").start();
        gone.waitFor();
        write(gone.pid(), Instant.now());

        assertThat(RunningAccount.in(new Home(folder))).isEmpty();
    }

    @Test
    void isNotThereWithoutAFileOrWithHalfOfOne() throws IOException {
        assertThat(RunningAccount.in(new Home(folder))).isEmpty();

        Files.writeString(folder.resolve("account.json"), "{\"pid\": ");
        assertThat(RunningAccount.in(new Home(folder))).isEmpty();
    }

    private void write(long pid, Instant started) throws IOException {
        Files.writeString(
                folder.resolve("account.json"),
                "{\"pid\":%d,\"started\":\"%s\",\"endpoint\":\"http://127.0.0.1:4599\",\"env\":\"dev\"}"
                        .formatted(pid, started));
    }
}
