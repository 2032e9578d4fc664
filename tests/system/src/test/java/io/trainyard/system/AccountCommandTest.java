package io.trainyard.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code trainyard account --port P}: the account without Trainyard's services, for anybody's own tests. */
class AccountCommandTest {

    @TempDir
    Path folder;

    @Test
    void twoRunSideBySideWithTwoHomesAndTwoPorts() throws Exception {
        int port = freePort();
        try (var one = Command.start("--port", Integer.toString(port), "--home", home("one"));
                var other = Command.start("--port", "0", "--home", home("other"))) {
            assertThat(one.endpoint()).isEqualTo(URI.create("http://127.0.0.1:" + port));
            assertThat(other.endpoint()).isNotEqualTo(one.endpoint());
            try (var ofOne = one.aws();
                    var ofOther = other.aws()) {
                ofOne.queues().createQueue(it -> it.queueName("only-here"));

                assertThat(ofOne.queues().listQueues().queueUrls())
                        .containsExactly(one.endpoint() + "/123456789012/only-here");
                assertThat(ofOther.queues().listQueues().queueUrls()).isEmpty();
            }

            assertThat(one.end()).isEmpty();
            assertThat(other.end()).isEmpty();
        }
        assertThat(folder.resolve("one/queues.mv")).exists();
        try (var again = Command.start("--port", "0", "--home", home("one"));
                var aws = again.aws()) {
            assertThat(aws.queues().listQueues().queueUrls()).hasSize(1);
        }
    }

    @Test
    void aTemporaryOneIsGoneWithAllItsProcessesWhenItIsEnded() throws Exception {
        try (var account = Command.start("--port", "0")) {
            assertThat(account.state()).isDirectory();

            assertThat(account.end()).as("processes left").isEmpty();

            assertThat(account.state()).doesNotExist();
        }
    }

    private String home(String name) {
        return folder.resolve(name).toString();
    }

    /** Free a moment ago; nothing else on this machine is told of it. */
    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** The command as it runs in somebody's terminal. */
    private record Command(Process process, URI endpoint, Path state, Map<String, String> environment)
            implements AutoCloseable {

        private static final Pattern STARTED = Pattern.compile(
                "account at (http://127\\.0\\.0\\.1:\\d+), state in (.+?)(?: \\(deleted at the end\\))?; Ctrl-C ends it");
        private static final Pattern VARIABLE = Pattern.compile("export (\\w+)='(.*)'");
        private static final String LAST_VARIABLE = "AWS_SECRET_ACCESS_KEY";

        static Command start(String... arguments) throws IOException {
            var command =
                    new ArrayList<>(List.of(Launcher.ROOT.resolve("trainyard").toString(), "account"));
            command.addAll(List.of(arguments));
            var builder = new ProcessBuilder(command).redirectErrorStream(true);
            builder.environment().put("TRAINYARD_VERIFYING", "1");
            builder.environment().remove("TRAINYARD_HOME");
            var process = builder.start();
            var said = new ArrayList<String>();
            var variables = new HashMap<String, String>();
            var output = process.inputReader();
            for (var line = output.readLine(); line != null; line = output.readLine()) {
                said.add(line);
                var variable = VARIABLE.matcher(line);
                if (variable.matches()) {
                    variables.put(variable.group(1), variable.group(2));
                }
                if (variables.containsKey(LAST_VARIABLE)) {
                    return of(process, said, variables);
                }
            }
            throw new AssertionError("the account did not start: " + said);
        }

        private static Command of(Process process, List<String> said, Map<String, String> variables) {
            var started = said.stream()
                    .map(STARTED::matcher)
                    .filter(java.util.regex.Matcher::matches)
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no address in " + said));
            return new Command(process, URI.create(started.group(1)), Path.of(started.group(2)), variables);
        }

        Aws aws() {
            return Aws.of(endpoint, environment);
        }

        /** Ends it as Ctrl-C does; the processes that it leaves. */
        List<ProcessHandle> end() throws InterruptedException {
            var all = process.toHandle().descendants().toList();
            process.destroy();
            assertThat(process.waitFor(30, TimeUnit.SECONDS)).as("it ends").isTrue();
            return all.stream().filter(ProcessHandle::isAlive).toList();
        }

        @Override
        public void close() {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            try {
                process.getInputStream().close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
