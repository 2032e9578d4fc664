package io.trainyard.local.containers;

import io.trainyard.local.children.PidFiles;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** A process whose output is handed on line by line; its exit is known once the last line is. */
final class ProcessContainer implements RunningContainer {

    private final Process process;
    private final CompletableFuture<Integer> exit = new CompletableFuture<>();
    private final CompletableFuture<Void> drained = new CompletableFuture<>();

    private ProcessContainer(Process process) {
        this.process = process;
    }

    static ProcessContainer watch(Process process, Consumer<String> output, Runnable ended) {
        ProcessContainer container = new ProcessContainer(process);
        Thread.ofVirtual().name("output of " + process.pid()).start(() -> container.drain(output));
        process.onExit().thenAccept(over -> container.closeOutput(ended));
        return container;
    }

    private void drain(Consumer<String> output) {
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                output.accept(line);
            }
        } catch (IOException closed) {
            // The stream of a killed process closes under the reader; what was written before has been handed on.
        } finally {
            drained.complete(null);
        }
    }

    private void closeOutput(Runnable ended) {
        ended.run();
        // A child that the process left behind may hold its output open for ever: the exit does not wait for it.
        drained.completeOnTimeout(null, 2, TimeUnit.SECONDS).thenRun(() -> exit.complete(process.exitValue()));
    }

    @Override
    public CompletableFuture<Integer> exit() {
        return exit;
    }

    @Override
    public void terminate() {
        // Process.destroy would also close the pipe, and a container that prints while it saves would die of that.
        process.toHandle().destroy();
    }

    @Override
    public void kill() {
        PidFiles.killTree(process.toHandle());
    }
}
