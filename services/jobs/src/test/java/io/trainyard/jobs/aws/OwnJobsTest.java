package io.trainyard.jobs.aws;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.trainyard.jobs.app.InMemoryJobRecords;
import io.trainyard.jobs.app.InMemoryPendingJobs;
import io.trainyard.lambda.SecurityHeaders;
import io.trainyard.requests.app.SampleRequests;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is not in {@code operate} sees the jobs of its own, and of others' is told nothing at all. */
@QuarkusTest
class OwnJobsTest {

    private final InMemoryJobRecords records;
    private final InMemoryPendingJobs pending;

    OwnJobsTest(InMemoryJobRecords records, InMemoryPendingJobs pending) {
        this.records = records;
        this.pending = pending;
    }

    @BeforeEach
    void startAfresh() {
        records.clear();
        pending.clear();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/jobs/%s", "/jobs/%s/events"})
    void showsAJobToItsCallerAndToOperatorsOnly(String path) {
        String id = submit("ann");
        String address = path.formatted(id);

        for (String recorded : List.of("not yet", "by now")) {
            by("ann", "[submit]").get(address).then().statusCode(200).body("jobId", equalTo(id));
            by("eve", "[operate]").get(address).then().statusCode(200).body("jobId", equalTo(id));
            assertThat(refusal("bob", address))
                    .as(recorded)
                    .isEqualTo(refusal("bob", path.formatted("unknown")).replace("unknown", id));
            record(id, "READY", 1);
        }
    }

    @Test
    void showsAJobThatWasAskedForOnTheBusToOperatorsOnly() {
        record("bus", "READY", 1);

        by("ann", "[submit]").get("/jobs/bus").then().statusCode(404);
        by("ann", "[submit]").get("/jobs").then().body("jobs", hasSize(0));
        by("eve", "[operate]").get("/jobs/bus").then().statusCode(200);
        by("eve", "[operate]").get("/jobs").then().body("jobs.jobId", equalTo(List.of("bus")));
    }

    @Test
    void listsACallersOwnJobs() {
        String first = submit("ann");
        String second = submit("bob");
        String third = submit("ann");
        record(first, "READY", 1);
        record(second, "READY", 2);
        listed("ann", "").body("jobs.status", equalTo(List.of("PENDING", "READY")));

        record(third, "ENDPOINT_DELETED", 3);
        listed("ann", "").body("jobs.jobId", equalTo(List.of(first)));
        listed("ann", "?status=ENDPOINT_DELETED").body("jobs.jobId", equalTo(List.of(third)));
        listed("ann", "?status=ERROR").body("jobs", hasSize(0));
        listed("bob", "").body("jobs.jobId", equalTo(List.of(second)));
        by("eve", "[submit operate]").get("/jobs").then().body("jobs.jobId", equalTo(List.of(second, first)));
    }

    @Test
    void listsNoMoreOfThemThanAskedFor() {
        List.of(submit("ann"), submit("ann"), submit("ann")).forEach(id -> record(id, "READY", 1));

        listed("ann", "?limit=2").body("jobs", hasSize(2));
    }

    @Test
    void tellsOnlyOperatorsAndItsCallerWhoseAnEndpointIs() {
        String arn = "arn:aws:sagemaker:eu-west-1:123456789012:endpoint/ty-local-x";
        String id = submit("ann");
        records.write("""
                {"jobId": "%s", "status": "READY", "createdAt": "2026-01-01T00:00:01Z", "artifacts": {"endpointArn": "%s"}}""".formatted(id, arn));

        listed("ann", "?endpointArn=" + arn).body("jobs.jobId", equalTo(List.of(id)));
        listed("bob", "?endpointArn=" + arn).body("jobs", hasSize(0));
        by("eve", "[operate]").get("/jobs?endpointArn=" + arn).then().body("jobs.jobId", hasItem(id));
    }

    @Test
    void sendsSecurityHeadersToThoseItTurnsAwayToo() {
        Response forbidden = by("ann", "[infer]").get("/jobs");
        Response foreign = by("bob", "[submit]").get("/jobs/" + submit("ann"));

        assertThat(forbidden.statusCode()).isEqualTo(403);
        assertThat(SecurityHeaders.missing(forbidden::getHeader)).isEmpty();
        assertThat(foreign.statusCode()).isEqualTo(404);
        assertThat(SecurityHeaders.missing(foreign::getHeader)).isEmpty();
    }

    @Test
    void keepsTheKeysOfTwoCallersApart() {
        assertThat(submit("ann", "same")).isNotEqualTo(submit("bob", "same"));
    }

    private static ValidatableResponse listed(String subject, String query) {
        return by(subject, "[submit]").get("/jobs" + query).then().statusCode(200);
    }

    private static String refusal(String subject, String path) {
        return by(subject, "[submit]")
                .get(path)
                .then()
                .statusCode(404)
                .extract()
                .asString();
    }

    private String submit(String subject) {
        return submit(subject, subject + pending.of(subject).count());
    }

    private static String submit(String subject, String key) {
        return by(subject, "[submit]")
                .body(SampleRequests.train().put("idempotencyKey", key).toString())
                .post("/jobs")
                .then()
                .statusCode(202)
                .extract()
                .path("jobId");
    }

    private void record(String jobId, String status, int second) {
        records.write("{\"jobId\": \"%s\", \"status\": \"%s\", \"createdAt\": \"2026-01-01T00:00:0%dZ\"}"
                .formatted(jobId, status, second));
    }

    private static RequestSpecification by(String subject, String groups) {
        return given().header("Test-Subject", subject).header("Test-Groups", groups);
    }
}
