package io.trainyard.local.containers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessContainersTest {

    @TempDir
    Path folder;

    final List<String> output = new CopyOnWriteArrayList<>();
    final CountDownLatch printed = new CountDownLatch(1);

    @Test
    void runsTheMappedCommandWithTheContractsEnvironment() throws Exception {
        RunningContainer container = shell(
                "echo \"$0 $GREETING $SAGEMAKER_BASE_DIR $SAGEMAKER_BIND_TO_PORT\"; exit 3",
                Map.of("GREETING", "hello"));

        assertThat(container.exit().get(10, TimeUnit.SECONDS)).isEqualTo(3);
        assertThat(output).containsExactly("serve hello " + folder.resolve("work/opt/ml") + " 4321");
        assertThat(folder.resolve("pids")).isEmptyDirectory();
    }

    @Test
    void letsAContainerEndItselfOnSigterm() throws Exception {
        RunningContainer container =
                shell("trap 'echo saved; exit 0' TERM; echo up; while :; do sleep 0.05; done", Map.of());
        printed.await(10, TimeUnit.SECONDS);
        container.terminate();

        assertThat(container.exit().get(10, TimeUnit.SECONDS)).isZero();
        assertThat(output).contains("saved");
    }

    @Test
    void killsAContainerThatIgnoresSigtermAndItsChildren() throws Exception {
        RunningContainer container = shell("trap '' TERM; sleep 300 & echo $!; wait", Map.of());
        printed.await(10, TimeUnit.SECONDS);
        container.terminate();
        container.kill();

        assertThat(container.exit().get(10, TimeUnit.SECONDS)).isEqualTo(137);
        assertThat(ProcessHandle.of(Long.parseLong(output.getFirst()))
                        .flatMap(child -> child.info().command()))
                .isEmpty();
    }

    @Test
    void endsWhatAKilledAccountLeftRunning() throws Exception {
        RunningContainer container = shell("echo up; sleep 300", Map.of());
        printed.await(10, TimeUnit.SECONDS);
        containers("unused").endLeftovers();

        assertThat(container.exit().get(10, TimeUnit.SECONDS)).isEqualTo(137);
    }

    @Test
    void neverEndsAProcessThatGotAReusedPid() throws Exception {
        Process stranger = new ProcessBuilder("sleep", "300").start();
        try {
            Path file = Files.createDirectories(folder.resolve("pids")).resolve("old.pid");
            Files.writeString(file, Long.toString(stranger.pid()));
            Files.setLastModifiedTime(file, FileTime.from(Instant.now().minusSeconds(60)));
            containers("unused").endLeftovers();

            assertThat(stranger.isAlive()).isTrue();
            assertThat(file).doesNotExist();
        } finally {
            stranger.destroyForcibly();
        }
    }

    @Test
    void knowsNoOtherImage() {
        assertThat(containers("true").knows("trainyard/other:1")).isFalse();
        assertThatThrownBy(() -> containers("true").start(container("nobody/nothing"), output::add))
                .isInstanceOf(UnknownImageException.class)
                .hasMessageContaining("nobody/nothing is not mapped to a command");
    }

    private RunningContainer shell(String lines, Map<String, String> environment) throws IOException {
        Container plain = container("trainyard/shell:1");
        return containers(lines)
                .start(new Container(plain.image(), "serve", plain.folder(), environment, plain.port()), line -> {
                    output.add(line);
                    printed.countDown();
                });
    }

    private ProcessContainers containers(String lines) {
        MappedImage image = new MappedImage("trainyard/shell", List.of("/bin/sh", "-c", lines), Map.of());
        return new ProcessContainers(List.of(image), folder.resolve("pids"));
    }

    private Container container(String image) {
        return new Container(image, "serve", folder.resolve("work"), Map.of(), OptionalInt.of(4321));
    }
}
