package io.trainyard.fakes;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.opentest4j.TestAbortedException;

/** One {@code moto_server} for all tests of a process, on a free loopback port; it ends with the process. */
final class MotoServer {

    private static final String PROGRAM = "moto_server";
    private static final String MISSING = PROGRAM + " is not on the PATH: pip install 'moto[server]==5.2.1'";
    private static final Pattern LISTENS = Pattern.compile("Running on (http://\\S+)");

    private final Process process;
    private final URI address;

    private MotoServer(Process process, URI address) {
        this.process = process;
        this.address = address;
    }

    /** Started by the first who asks, and only then. */
    private static final class Shared {
        static final Optional<MotoServer> SERVER = start();
    }

    /** Its address. Skips the test where the machine has none; with {@code CI=true} that is a failure. */
    static URI address() {
        return Shared.SERVER.map(server -> server.address).orElseThrow(MotoServer::missing);
    }

    private static RuntimeException missing() {
        if ("true".equals(command().environment().get("CI"))) {
            throw new AssertionError(MISSING + " (CI=true, so this is a failure)");
        }
        return new TestAbortedException(MISSING);
    }

    private static ProcessBuilder command() {
        return new ProcessBuilder(PROGRAM, "-H", "127.0.0.1", "-p", "0").redirectErrorStream(true);
    }

    private static Optional<MotoServer> start() {
        try {
            Process process = command().start();
            BufferedReader output = process.inputReader();
            var server = new MotoServer(process, listening(output));
            Runtime.getRuntime().addShutdownHook(new Thread(server::end));
            // It logs every call: a full pipe would stop it.
            Thread.ofVirtual().start(() -> output.lines().forEach(line -> {}));
            return Optional.of(server);
        } catch (IOException absent) {
            return Optional.empty();
        }
    }

    private void end() {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
    }

    private static URI listening(BufferedReader output) throws IOException {
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            Matcher matcher = LISTENS.matcher(line);
            if (matcher.find()) {
                return URI.create(matcher.group(1));
            }
        }
        throw new IllegalStateException(PROGRAM + " ended before it listened");
    }
}
