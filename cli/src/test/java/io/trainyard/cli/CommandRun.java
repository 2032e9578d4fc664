package io.trainyard.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One command, run in this process.
 *
 * @param status its exit status
 * @param out what it wrote to standard output
 * @param err what it wrote to standard error
 */
public record CommandRun(int status, String out, String err) {

    /** Runs a command with a home, called from that home. */
    public static CommandRun of(Path home, List<String> arguments) {
        return of(home, Map.of(), arguments);
    }

    /** The same with environment variables. */
    public static CommandRun of(Path home, Map<String, String> environment, List<String> arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        int status = Commands.in(surroundings(home, environment, out, err)).execute(arguments.toArray(String[]::new));
        return new CommandRun(status, out.toString(), err.toString());
    }

    /** Surroundings in which waiting takes no time and nobody looks at the terminal. */
    public static Surroundings surroundings(
            Path home, Map<String, String> environment, StringWriter out, StringWriter err) {
        Map<String, String> all = new HashMap<>(environment);
        all.put("TRAINYARD_HOME", home.toString());
        return new Surroundings(
                new PrintWriter(out, true),
                new PrintWriter(err, true),
                all,
                environment.containsKey("TRAINYARD_TERMINAL"),
                home,
                Clock.fixed(Instant.parse("2026-03-01T10:00:00Z"), ZoneOffset.UTC),
                duration -> {});
    }

    /** Makes a home look as if an account ran there, which is this very process; its token is {@code of-the-account}. */
    public static void pretendToRun(Path home, FakeApi api) throws IOException {
        Path tokens = Files.writeString(home.resolve("tokens.json"), "{\"all\": \"of-the-account\"}");
        Files.writeString(home.resolve("account.json"), """
                {"pid": %d, "started": "%s", "port": 1, "endpoint": "%s", "version": "0.1.0", "env": "local",
                 "account": "123456789012", "region": "eu-west-1", "accessKeyId": "AKIATEST", "secretAccessKey": "secret",
                 "tokens": "%s"}
                """.formatted(
                        ProcessHandle.current().pid(), Instant.now(), api.endpoint(), tokens));
    }
}
