package io.trainyard.tests.bench;

import io.trainyard.cli.Surroundings;
import io.trainyard.cli.account.Home;
import io.trainyard.cli.api.Api;
import io.trainyard.cli.output.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Counts what one job uses: {@code POST /jobs}, training, model, endpoint. Jobs follow one another, so that no two messages share a
 * receive, and instances take their time, so that only those events are handled together that would be on AWS too.
 */
final class CostOfJob {

    /** For how long an instance is on its way. On AWS it is minutes; at once, all events of a job would come together. */
    private static final String INSTANCE_COMES = "3s";

    private static final Duration GLANCE = Duration.ofMillis(200);
    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final String COMPLETED = "events published job-completed";
    private static final String FAILED = "events published job-failed";

    private final Surroundings surroundings;
    private final Api api;
    private final Jobs jobs;
    private final Home home;
    private final JobRequests requests = new JobRequests();

    CostOfJob(Surroundings surroundings, Arena arena) {
        this.surroundings = surroundings;
        this.api = new Api(arena.account().endpoint());
        this.jobs = new Jobs(arena.account(), surroundings);
        this.home = arena.home();
    }

    /** What a job uses, on average of so many, after others that do not count. */
    Used each(String data, int warmUp, int count) {
        api.post("/_trainyard/faults", Json.object().put("kind", "slow-start").put("delay", INSTANCE_COMES));
        jobs
                .submitTogether(Stream.generate(() -> requests.endpoint(data))
                        .limit(warmUp)
                        .toList())
                .stream()
                .map(jobs::finished)
                .forEach(Jobs::succeeded);
        Used before = await(CostOfJob::isQuiet).with("logs bytes", logged());
        double already = before.only(COMPLETED).sum();
        for (int i = 1; i <= count; i++) {
            jobs.submit(requests.endpoint(data));
            double wanted = already + i;
            await(now -> now.only(COMPLETED).sum() >= wanted);
        }
        return await(CostOfJob::isQuiet).with("logs bytes", logged()).since(before, count);
    }

    /** Whether every message, the account's and those that functions send, has been dealt with. */
    private static boolean isQuiet(Used now) {
        double sent = now.only("sqs sends").sum() + now.only("sqs SendMessage").sum();
        return sent == now.only("sqs deletes").sum();
    }

    private Used await(Predicate<Used> wanted) {
        Instant giveUp = surroundings.clock().instant().plus(PATIENCE);
        Used now = Used.of(api.get("/_trainyard/usage"));
        while (!wanted.test(now)) {
            if (now.only(FAILED).sum() > 0 || surroundings.clock().instant().isAfter(giveUp)) {
                throw new IllegalStateException(
                        "a job failed or did not end within " + PATIENCE + ": " + now.amounts());
            }
            surroundings.pauseFor(GLANCE);
            now = Used.of(api.get("/_trainyard/usage"));
        }
        return now;
    }

    /** What the functions have written to their logs, in bytes. */
    private double logged() {
        try (Stream<Path> files = Files.list(home.logs())) {
            return files.filter(file -> file.getFileName().toString().startsWith("ty-"))
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
