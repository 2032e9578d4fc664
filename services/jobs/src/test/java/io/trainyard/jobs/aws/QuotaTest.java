package io.trainyard.jobs.aws;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.matchesPattern;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.trainyard.jobs.app.InMemoryPendingJobs;
import io.trainyard.jobs.domain.PendingJob;
import io.trainyard.jobs.domain.Submitted;
import io.trainyard.lambda.SecurityHeaders;
import io.trainyard.requests.app.SampleRequests;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class QuotaTest {

    private final InMemoryPendingJobs pending;
    private final JobsConfig config;

    QuotaTest(InMemoryPendingJobs pending, JobsConfig config) {
        this.pending = pending;
        this.config = config;
    }

    @BeforeEach
    void startAfresh() {
        pending.clear();
    }

    @Test
    void settingsHaveTheDocumentedDefaults() {
        assertThat(config.quota()).isEqualTo(1000);
    }

    @Test
    void tellsWhoAsksForTooManyWhenTheNextIsPossible() {
        Instant now = Instant.now();
        for (int job = 0; job < config.quota(); job++) {
            pending.keep(new PendingJob("job" + job, "ann", "hash", "penguins", now, true));
        }

        Response refused = submit("ann");

        assertThat(SecurityHeaders.missing(refused::getHeader)).isEmpty();
        refused.then()
                .statusCode(429)
                .header("Retry-After", matchesPattern("3[56]\\d\\d"))
                .body(
                        "message",
                        matchesPattern(
                                "your quota of jobs is 1000 an hour, and you asked for 1000 within the last hour;"
                                        + " next try in (59|60) min \\d\\d s, at \\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ"));
        submit("bob").then().statusCode(202);
    }

    @Test
    void saysTheTimeInWholeSecondsThatAreNeverTooShort() {
        var now = Instant.parse("2026-01-01T12:00:00.250Z");

        var answer = Answers.overQuota(new Submitted.OverQuota(3, 4, now, now.plusMillis(185_500)));

        assertThat(answer.getStatus()).isEqualTo(429);
        assertThat(answer.getHeaderString("Retry-After")).isEqualTo("186");
        assertThat(answer.getEntity())
                .isEqualTo("{\"message\":\"your quota of jobs is 3 an hour, and you asked for 4 within the last hour;"
                        + " next try in 3 min 06 s, at 2026-01-01T12:03:06Z\",\"nextTryAt\":\"2026-01-01T12:03:06Z\"}");
        assertThat(Answers.overQuota(new Submitted.OverQuota(3, 3, now, now.plusNanos(1)))
                        .getHeaderString("Retry-After"))
                .isEqualTo("1");
    }

    private static Response submit(String subject) {
        return given().header("Test-Subject", subject)
                .body(SampleRequests.train().toString())
                .post("/jobs");
    }
}
