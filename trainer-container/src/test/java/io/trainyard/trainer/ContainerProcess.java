package io.trainyard.trainer;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A container as an ordinary process below a folder, with a deadline on everything that is waited for. */
final class ContainerProcess implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final Process process;
    private final BufferedReader output;
    private final List<String> lines = new ArrayList<>();

    private ContainerProcess(Process process) {
        this.process = process;
        this.output = process.inputReader();
    }

    static ContainerProcess start(List<String> command, Path base, Map<String, String> more) {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("SAGEMAKER_BASE_DIR", base.toString());
        builder.environment().put("SAGEMAKER_BIND_TO_PORT", "0");
        // The test starts many and runs each for a second: the second compiler would only get in the way.
        builder.environment().put("JAVA_TOOL_OPTIONS", "-XX:TieredStopAtLevel=1");
        builder.environment().putAll(more);
        try {
            return new ContainerProcess(builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads on until a line begins with a text; the whole output is in the error when none does. */
    String lineThatBegins(String text) throws IOException {
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            lines.add(line);
            if (line.startsWith(text)) {
                return line;
            }
        }
        throw new AssertionError("no line begins with '" + text + "': " + String.join("\n", lines));
    }

    /** Waits for the server and returns its address. */
    URI ready() throws IOException, InterruptedException {
        URI address = URI.create("http://" + lineThatBegins("serving on ").substring("serving on ".length()));
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (get(address.resolve("/ping")).statusCode() != 200) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("never ready: " + String.join("\n", lines));
            }
            LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
        }
        return address;
    }

    static HttpResponse<String> get(URI address) throws IOException, InterruptedException {
        return CLIENT.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
    }

    static HttpResponse<String> post(URI address, String type, String body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(address.resolve("/invocations"))
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return CLIENT.send(request, BodyHandlers.ofString());
    }

    /** Sends SIGTERM, as SageMaker does, and leaves the output readable. */
    void terminate() {
        process.toHandle().destroy();
    }

    /** Waits for the end and returns the exit code. */
    int exitCode() throws IOException, InterruptedException {
        output.lines().forEach(lines::add);
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            throw new AssertionError("does not end: " + String.join("\n", lines));
        }
        return process.exitValue();
    }

    String output() {
        return String.join("\n", lines);
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
