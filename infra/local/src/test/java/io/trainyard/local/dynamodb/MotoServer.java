package io.trainyard.local.dynamodb;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/** A {@code moto_server} of this machine on a free loopback port. */
final class MotoServer implements AutoCloseable {

    private static final String PROGRAM = "moto_server";
    private static final Pattern LISTENS = Pattern.compile("Running on (http://\\S+)");

    private final Process process;
    private final URI endpoint;

    private MotoServer(Process process, URI endpoint) {
        this.process = process;
        this.endpoint = endpoint;
    }

    /** Skips the tests where the machine has none; with {@code CI=true} that is a failure. */
    static MotoServer start() {
        String missing = PROGRAM + " is not on the PATH: pip install 'moto[server]==5.2.1'";
        if (!isInstalled()) {
            if ("true".equals(System.getenv("CI"))) {
                Assertions.fail(missing + " (CI=true, so this is a failure)");
            }
            Assumptions.abort(missing);
        }
        try {
            Process process = new ProcessBuilder(PROGRAM, "-H", "127.0.0.1", "-p", "0")
                    .redirectErrorStream(true)
                    .start();
            BufferedReader output = process.inputReader();
            URI endpoint = listening(output)
                    .orElseThrow(() -> new IllegalStateException(PROGRAM + " ended before it listened"));
            // It logs every call: a full pipe would stop it.
            Thread.ofVirtual().start(() -> output.lines().forEach(line -> {}));
            return new MotoServer(process, endpoint);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<URI> listening(BufferedReader output) throws IOException {
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            Matcher matcher = LISTENS.matcher(line);
            if (matcher.find()) {
                return Optional.of(URI.create(matcher.group(1)));
            }
        }
        return Optional.empty();
    }

    private static boolean isInstalled() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .anyMatch(folder -> new File(folder, PROGRAM).canExecute());
    }

    URI endpoint() {
        return endpoint;
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
    }
}
