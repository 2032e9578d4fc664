package io.trainyard.system;

import static java.util.stream.Collectors.toMap;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A deployment on an account of its own, started by {@code trainyard up} in a temporary home, on any free port. */
final class Deployment implements AutoCloseable {

    /** What tests cannot wait for: consumers get 30 s to leave a retired endpoint, quotas are known for an hour, calls go at a pace. */
    private static final List<String> IMPATIENT = List.of(
            "TRAINYARD_ENDPOINTS_DRAIN=PT1S",
            "TRAINYARD_ENDPOINTS_RECHECK=PT1S",
            "TRAINYARD_CAPACITY_QUOTAS_FOR=PT0S",
            "TRAINYARD_RATES=*=50/100");

    private final Path home;
    private final List<String> options;
    private Up up;

    /** The account as it runs now; each start has a port and a process of its own. */
    private record Up(URI endpoint, ProcessHandle process, Aws aws, Jobs jobs) {}

    private Deployment(Path home, List<String> options) {
        this.home = home;
        this.options = options;
        this.up = up(home, options);
    }

    /** @param settings beyond those that all tests have, as {@code up --set} takes them */
    static Deployment start(String... settings) {
        return started(Stream.of(settings), List.of());
    }

    /** @param services a folder of services instead of the checkout's */
    static Deployment of(Path services) {
        return started(Stream.of(), List.of("--services", services.toString()));
    }

    private static Deployment started(Stream<String> settings, List<String> options) {
        var all = Stream.concat(
                Stream.concat(IMPATIENT.stream(), settings).flatMap(setting -> Stream.of("--set", setting)),
                options.stream());
        try {
            // A path with a space, as people have them.
            var home = Files.createDirectories(
                    Files.createTempDirectory("trainyard").resolve("a home"));
            return new Deployment(home, all.toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Up up(Path home, List<String> options) {
        var arguments = new ArrayList<>(List.of("up", "--port", "0", "--output", "json"));
        arguments.addAll(options);
        var said = Launcher.trainyard(home, arguments.toArray(String[]::new))
                .well()
                .json();
        var endpoint = URI.create(said.path("endpoint").asText());
        var process = ProcessHandle.of(said.path("pid").asLong()).orElseThrow();
        return new Up(
                endpoint,
                process,
                Aws.of(endpoint, environment(home)),
                new Jobs(endpoint, home.resolve("tokens.json")));
    }

    /** What {@code eval "$(trainyard env)"} puts into a shell. */
    private static Map<String, String> environment(Path home) {
        var script = "eval \"$(./trainyard env --home \"$1\")\" && env";
        var shell = Launcher.run(List.of("bash", "-c", script, "bash", home.toString()), Map.of())
                .well();
        return shell.out()
                .lines()
                .filter(line -> line.matches("(AWS|TRAINYARD)_\\w+=.*"))
                .map(line -> line.split("=", 2))
                .collect(toMap(variable -> variable[0], variable -> variable[1]));
    }

    Path home() {
        return home;
    }

    URI endpoint() {
        return up.endpoint();
    }

    Aws aws() {
        return up.aws();
    }

    Jobs jobs() {
        return up.jobs();
    }

    /** A command of {@code ./trainyard} about this deployment. */
    Launcher.Ended trainyard(String... arguments) {
        return Launcher.trainyard(home, arguments);
    }

    /** Any command, in a shell that {@code trainyard env} has prepared. */
    Launcher.Ended shell(String... command) {
        var environment = new HashMap<>(up.aws().environment());
        // What else a developer's machine says about AWS must not matter.
        environment.putAll(Map.of("AWS_PAGER", "", "AWS_CONFIG_FILE", "/dev/null"));
        return Launcher.run(List.of(command), environment);
    }

    /** What the account tells of itself below {@code /_trainyard}. */
    com.fasterxml.jackson.databind.JsonNode inside(String name) {
        return Json.read(io.restassured.RestAssured.get(up.endpoint().resolve("/_trainyard/" + name))
                .then()
                .statusCode(200)
                .extract()
                .asString());
    }

    /** The notices about a job that reached people, as text. */
    List<String> notices(String jobId) {
        return Json.stream(inside("notices").path("notices"))
                .map(notice -> notice.path("Message").asText())
                .filter(text -> text.contains(jobId))
                .toList();
    }

    /** Stops the account; the processes that it leaves, which should be none. */
    List<ProcessHandle> down() {
        var all = Stream.concat(Stream.of(up.process()), up.process().descendants())
                .toList();
        trainyard("down").well();
        up.aws().close();
        return all.stream().filter(ProcessHandle::isAlive).toList();
    }

    /** Starts the account that is down again, on what it kept. */
    void upAgain() {
        up = up(home, options);
    }

    /** Kills the account as a power cut does, and all that it has started with it. */
    void kill() {
        var all = Stream.concat(Stream.of(up.process()), up.process().descendants())
                .toList();
        all.forEach(ProcessHandle::destroyForcibly);
        all.forEach(process -> process.onExit().join());
        up.aws().close();
    }

    @Override
    public void close() {
        try {
            if (up.process().isAlive()) {
                var left = down();
                left.forEach(ProcessHandle::destroyForcibly);
                if (!left.isEmpty()) {
                    throw new AssertionError("the account left processes: " + left);
                }
            }
        } finally {
            remove(home.getParent());
        }
    }

    /** Removes a folder and all that is in it; does nothing where there is none. */
    static void remove(Path folder) {
        if (Files.notExists(folder)) {
            return;
        }
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
