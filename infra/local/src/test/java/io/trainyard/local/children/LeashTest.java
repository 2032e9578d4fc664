package io.trainyard.local.children;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A process ends when the pipe that its starter holds closes: that is what the kernel does when the starter is killed. */
@Timeout(30)
class LeashTest {

    @TempDir
    Path folder;

    @Test
    void asksTheCommandToEndWhenTheAccountIsGone() throws Exception {
        Process process = leashed("trap 'echo saved; exit 0' TERM; echo up; while :; do sleep 0.05; done");
        BufferedReader output = process.inputReader();
        assertThat(output.readLine()).isEqualTo("up");
        process.getOutputStream().close();

        assertThat(output.readLine()).isEqualTo("saved");
        assertThat(process.waitFor()).isZero();
    }

    @Test
    void killsACommandThatDoesNotListen() throws Exception {
        Process process = leashed("trap '' TERM; echo up; while :; do sleep 0.05; done");
        assertThat(process.inputReader().readLine()).isEqualTo("up");
        process.getOutputStream().close();

        assertThat(process.waitFor()).isEqualTo(137);
    }

    @Test
    void leavesThePidOfTheCommandItselfAndAnEmptyInput() throws Exception {
        Process process = leashed("echo $$; cat; echo read");
        assertThat(process.inputReader().lines()).containsExactly(Long.toString(process.pid()), "read");
        assertThat(process.waitFor()).isZero();
        assertThat(Files.readString(file()).strip()).isEqualTo(Long.toString(process.pid()));
    }

    @Test
    void leavesNothingBehindWhenTheCommandEnds() throws Exception {
        Process process = leashed("echo up; read -r _ < " + fifo());
        assertThat(process.inputReader().readLine()).isEqualTo("up");
        List<ProcessHandle> watchers = process.descendants().toList();
        assertThat(watchers).isNotEmpty();
        process.destroy();
        process.waitFor();

        for (ProcessHandle watcher : watchers) {
            watcher.onExit().get(10, TimeUnit.SECONDS);
        }
    }

    private Process leashed(String lines) throws IOException {
        return new ProcessBuilder(Leash.on(file(), List.of("/bin/sh", "-c", lines)))
                .redirectErrorStream(true)
                .start();
    }

    private Path file() {
        return folder.resolve("one.pid");
    }

    private Path fifo() throws Exception {
        Path fifo = folder.resolve("never-written");
        new ProcessBuilder("mkfifo", fifo.toString()).start().waitFor();
        return fifo;
    }
}
