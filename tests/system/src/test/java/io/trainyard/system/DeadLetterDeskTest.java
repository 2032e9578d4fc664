package io.trainyard.system;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * A thousand messages that nobody can handle, of three causes (two tables are gone, and so is a queue, to which its rule cannot deliver):
 * three lines at the desk, and after the causes are mended one effect each. On an account of its own, because it breaks what others need.
 */
class DeadLetterDeskTest {

    private static final int MESSAGES = 1_000;
    private static final int REQUESTS = 334;
    private static final int RELEASES = 333;

    private static Deployment deployment;

    @BeforeAll
    static void up() {
        deployment = Deployment.start("TRAINYARD_REQUESTS_LIMITS={\"probe\": true}");
    }

    @AfterAll
    static void down() {
        deployment.close();
    }

    @Test
    void aThousandPoisonedMessagesOfThreeCausesAreThreeLinesAndAThousandEffects() {
        oneGoesWell();
        var poison = new Poison(deployment.aws());
        poison.hurry("intake", "probe");
        try (var effects = new Effects(deployment.aws(), "probe-completed");
                var runs = broken("ty-local-intake-runs");
                var claims = broken("ty-local-probe-claims")) {
            poison.requests(REQUESTS);
            var accepted = Json.object().put("name", "poison").put("requestedBy", "acme.orders");
            poison.queued(RELEASES, "intake", "job-accepted", accepted);
            Await.until("what failed waits at the desk", () -> waiting(), all -> all == REQUESTS + RELEASES);
            var queue = new MissingQueue(deployment.aws(), "ty-local-probe");
            var released = Json.object().put("reason", "another type is tried");
            poison.releases(RELEASES, "capacity", "step-released", released);
            Await.until("what was never delivered waits too", () -> waiting(), all -> all == MESSAGES);
            showsThreeLines();

            runs.mend();
            claims.mend();
            queue.mend();
            replaysAllWithProgress();

            Await.until("every message has its effect", effects::jobs, jobs -> jobs == MESSAGES);
            assertThat(effects.doubled()).as("doubled effects").isZero();
            System.out.printf("%d effects, %d doubled%n", effects.jobs(), effects.doubled());
        }
        assertThat(waiting()).as("letters that wait").isZero();
        var audit = deployment.trainyard("dlq", "audit").well().out();
        System.out.print(audit);
        assertThat(audit).contains("local", "replay", "all", "1000 of 1000 replayed");
    }

    /** After this the functions are warm: a cold start would use receives up. */
    private static void oneGoesWell() {
        var request = Json.read("""
                {"name": "well", "idempotencyKey": "well", "mode": "graph", "steps": [{"step": "probe", "kind": "probe"}]}""");
        deployment.jobs().await(deployment.jobs().submit(request), "COMPLETED");
    }

    private static void showsThreeLines() {
        var list = deployment.trainyard("dlq").well().out();
        System.out.print(list);
        assertThat(list.lines()).as("a heading and three causes").hasSize(4);
        assertThat(list).contains("job-requested", "job-accepted", "step-released", "undelivered: NO_RESOURCE");
    }

    private static void replaysAllWithProgress() {
        var replayed = deployment
                .trainyard("dlq", "replay", "--all", "--per-second", "100")
                .well();
        System.out.print(replayed.err() + replayed.out());
        assertThat(replayed.out()).contains("1000 of 1000 replayed");
        assertThat(replayed.err().lines().filter(line -> line.matches("\\d+ of 1000")))
                .as("progress")
                .hasSizeGreaterThan(2);
    }

    private static long waiting() {
        return deployment.jobs().get("/dead-letters").path("open").asLong();
    }

    private static BrokenTable broken(String table) {
        return new BrokenTable(deployment.endpoint(), deployment.aws().environment(), table);
    }
}
