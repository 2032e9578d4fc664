package io.trainyard.local;

import io.trainyard.local.home.AccountFile;
import io.trainyard.local.home.Home;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** An account as a process of its own, so that a test can kill it. */
record AccountProcess(Process process, Path home, Path output) implements AutoCloseable {

    static AccountProcess start(Path home, String... more) {
        return start(System.getProperty("java.class.path"), home, more);
    }

    /** The same from other jars. */
    static AccountProcess start(String classPath, Path home, String... more) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                classPath,
                Account.class.getName(),
                "--home",
                home.toString(),
                "--port",
                "0"));
        command.addAll(List.of(more));
        try {
            var output = Files.createTempFile("account", ".out");
            var process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(Redirect.to(output.toFile()))
                    .start();
            return new AccountProcess(process, home, output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until it is ready. */
    AccountFile ready() {
        return Waiting.until(
                        () -> {
                            if (!process.isAlive()) {
                                throw new AssertionError("the account ended: " + said());
                            }
                            return Home.running(home).filter(it -> it.pid() == process.pid());
                        },
                        Optional::isPresent)
                .orElseThrow();
    }

    Clients clients() {
        var file = ready();
        return new Clients(URI.create(file.endpoint()), file.accessKeyId(), file.secretAccessKey());
    }

    String said() {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Kills it as a crash or the system would. */
    void crash() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Ends it as a person would, and answers its exit code. */
    int end() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(20, TimeUnit.SECONDS)) {
            throw new AssertionError("the account did not end: " + said());
        }
        return process.exitValue();
    }

    @Override
    public void close() {
        process.destroyForcibly();
        try {
            process.waitFor();
            Files.deleteIfExists(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
