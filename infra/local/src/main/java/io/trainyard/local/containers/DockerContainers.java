package io.trainyard.local.containers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Runs images with a Docker engine, where one answers: {@code docker run IMAGE train} with {@code /opt/ml} mounted, as SageMaker does.
 *
 * <p>Each container's name lies in a file while it may run, so that a killed account's containers are removed by the next.
 */
public final class DockerContainers implements ContainerRuntime {

    private static final int CONTRACT_PORT = 8080;
    private static final long PULL_SECONDS = 600;
    private static final long ANSWER_SECONDS = 5;

    private final String docker;
    private final Path folder;

    /** @param docker the command: {@code docker}, or another that takes its arguments */
    public DockerContainers(String docker, Path folder) {
        this.docker = docker;
        this.folder = folder;
    }

    /** Whether an engine answers: whether it has the image, or can pull it, shows when it is started. */
    @Override
    public boolean knows(String image) {
        return succeeds(ANSWER_SECONDS, "version", "--format", "{{.Server.Version}}");
    }

    @Override
    public RunningContainer start(Container container, Consumer<String> output) throws IOException {
        String image = container.image();
        if (!succeeds(ANSWER_SECONDS, "image", "inspect", image) && !succeeds(PULL_SECONDS, "pull", image)) {
            throw new UnknownImageException(image);
        }
        String name = "trainyard-" + UUID.randomUUID();
        Path mark = Files.createDirectories(folder).resolve(name + ".docker");
        Files.createFile(mark);
        Process process = new ProcessBuilder(run(name, container))
                .redirectErrorStream(true)
                .start();
        RunningContainer client = ProcessContainer.watch(process, output, () -> drop(mark));
        return new Named(name, client);
    }

    @Override
    public void endLeftovers() {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> files = Files.list(folder)) {
            files.filter(file -> file.toString().endsWith(".docker")).forEach(file -> {
                String name = file.getFileName().toString().replaceAll("\\.docker$", "");
                succeeds(ANSWER_SECONDS, "rm", "--force", name);
                drop(file);
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> run(String name, Container container) {
        List<String> line = new ArrayList<>(List.of(docker, "run", "--rm", "--name", name));
        line.addAll(List.of("--volume", container.ml() + ":/opt/ml"));
        container
                .port()
                .ifPresent(port -> line.addAll(List.of("--publish", "127.0.0.1:" + port + ":" + CONTRACT_PORT)));
        container
                .environment()
                .forEach((key, value) -> line.addAll(List.of("--env", key + "=" + inside(value, container))));
        line.addAll(List.of(container.image(), container.argument()));
        return line;
    }

    /** Paths of this machine's working folder are {@code /opt/ml} inside. */
    private static String inside(String value, Container container) {
        return value.replace(container.ml().toString(), "/opt/ml");
    }

    private boolean succeeds(long seconds, String... arguments) {
        List<String> line = new ArrayList<>(List.of(docker));
        line.addAll(List.of(arguments));
        try {
            Process process = new ProcessBuilder(line)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (process.waitFor(seconds, TimeUnit.SECONDS)) {
                return process.exitValue() == 0;
            }
            process.destroyForcibly();
            return false;
        } catch (IOException absent) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static void drop(Path mark) {
        try {
            Files.deleteIfExists(mark);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The client process forwards signals; a kill must reach the engine's container, not only the client. */
    private final class Named implements RunningContainer {

        private final String name;
        private final RunningContainer client;

        Named(String name, RunningContainer client) {
            this.name = name;
            this.client = client;
        }

        @Override
        public CompletableFuture<Integer> exit() {
            return client.exit();
        }

        @Override
        public void terminate() {
            client.terminate();
        }

        @Override
        public void kill() {
            succeeds(ANSWER_SECONDS, "kill", name);
            client.kill();
        }
    }
}
