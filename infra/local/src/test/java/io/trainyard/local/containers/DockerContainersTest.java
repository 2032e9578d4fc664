package io.trainyard.local.containers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the engine is asked for, seen by a command that writes down its arguments. */
class DockerContainersTest {

    @TempDir
    Path folder;

    @Test
    void runsTheImageAsSageMakerDoes() throws Exception {
        List<String> output = new CopyOnWriteArrayList<>();
        Container container = new Container(
                "acme/net:2", "serve", folder.resolve("work"), Map.of("LEVEL", "3"), OptionalInt.of(4321));
        int code = docker("exit 0").start(container, output::add).exit().get(10, TimeUnit.SECONDS);

        assertThat(code).isZero();
        assertThat(asked().getLast())
                .startsWith("run --rm --name trainyard-")
                .endsWith(" --volume " + folder.resolve("work/opt/ml") + ":/opt/ml --publish 127.0.0.1:4321:8080"
                        + " --env LEVEL=3 acme/net:2 serve");
        assertThat(folder.resolve("marks")).isEmptyDirectory();
    }

    @Test
    void knowsNothingWithoutAnEngine() throws IOException {
        DockerContainers docker = docker("exit 1");

        assertThat(docker.knows("acme/net:2")).isFalse();
        assertThatThrownBy(() -> docker.start(
                        new Container("acme/net:2", "train", folder, Map.of(), OptionalInt.empty()), line -> {}))
                .isInstanceOf(UnknownImageException.class);
    }

    @Test
    void removesWhatAKilledAccountLeft() throws IOException {
        Files.createFile(Files.createDirectories(folder.resolve("marks")).resolve("trainyard-left.docker"));
        docker("exit 0").endLeftovers();

        assertThat(asked()).containsExactly("rm --force trainyard-left");
        assertThat(folder.resolve("marks")).isEmptyDirectory();
    }

    private DockerContainers docker(String then) throws IOException {
        Path command = folder.resolve("docker");
        Files.writeString(command, "#!/bin/sh\necho \"$@\" >> " + folder.resolve("asked") + "\n" + then + "\n");
        Files.setPosixFilePermissions(command, PosixFilePermissions.fromString("rwxr-xr-x"));
        return new DockerContainers(command.toString(), folder.resolve("marks"));
    }

    private List<String> asked() throws IOException {
        return Files.readAllLines(folder.resolve("asked"));
    }
}
