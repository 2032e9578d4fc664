package io.trainyard.tests.terraform;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.regex.Pattern;

/** moto's server: an AWS that nobody here wrote, on a free port of loopback. */
final class MotoServer implements AutoCloseable {

    private static final Pattern LISTENS = Pattern.compile("Running on (http://\\S+)");

    private final Process process;
    private final String address;

    private MotoServer(Process process, String address) {
        this.process = process;
        this.address = address;
    }

    static MotoServer start() {
        if (!Terraform.isOnPath("moto_server")) {
            Terraform.missing(
                    "moto_server is not on the PATH, so nothing was applied: pip install 'moto[server]==5.2.1'");
        }
        try {
            var process = new ProcessBuilder("moto_server", "-H", "127.0.0.1", "-p", "0")
                    .redirectErrorStream(true)
                    .start();
            var output = process.inputReader();
            var address = listening(output)
                    .orElseThrow(() -> new IllegalStateException("moto_server ended before it listened"));
            // It logs every call: a full pipe would stop it.
            Thread.ofVirtual().start(() -> output.lines().forEach(line -> {}));
            return new MotoServer(process, address);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<String> listening(BufferedReader output) throws IOException {
        for (var line = output.readLine(); line != null; line = output.readLine()) {
            var matcher = LISTENS.matcher(line);
            if (matcher.find()) {
                return Optional.of(matcher.group(1));
            }
        }
        return Optional.empty();
    }

    String address() {
        return address;
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
    }
}
