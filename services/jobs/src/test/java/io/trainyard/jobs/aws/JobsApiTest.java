package io.trainyard.jobs.aws;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.trainyard.events.Event;
import io.trainyard.events.JobCancelRequested;
import io.trainyard.events.JobIds;
import io.trainyard.events.JobNudgeRequested;
import io.trainyard.events.JobRequested;
import io.trainyard.events.JobResumeRequested;
import io.trainyard.events.JobRetryRequested;
import io.trainyard.events.SpecChange;
import io.trainyard.events.json.Json;
import io.trainyard.fakes.InMemoryBus;
import io.trainyard.jobs.app.InMemoryJobRecords;
import io.trainyard.requests.app.BadRequests;
import io.trainyard.requests.app.SampleRequests;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class JobsApiTest extends JobsApiContract {

    private final InMemoryJobRecords records;
    private final InMemoryBus bus;
    private int before;

    JobsApiTest(InMemoryJobRecords records, InMemoryBus bus) {
        this.records = records;
        this.bus = bus;
    }

    @BeforeEach
    void startAfresh() {
        records.clear();
        before = bus.said().size();
    }

    @Override
    void failedJob() {
        records.write(RECORD);
    }

    static List<BadRequests.BadRequest> badRequests() {
        return BadRequests.all();
    }

    @ParameterizedTest
    @MethodSource("badRequests")
    void refusesEveryBadRequestWithPathRuleAndHintOfEachFault(BadRequests.BadRequest bad) {
        Response answer = given().contentType("application/json")
                .body(bad.request().toString())
                .post("/jobs");

        if (bad.what().equals("is over 64 KB")) {
            assertThat(answer.statusCode()).isEqualTo(413);
            assertThat(answer.jsonPath().getString("message")).contains("at most 65536 bytes");
        } else {
            assertThat(answer.statusCode()).isEqualTo(400);
            JsonNode said = Json.tree(answer.asString());
            assertThat(said.get("violations")).isEqualTo(Json.tree((Object) bad.violations()));
            assertThat(said.get("message").asText()).isNotBlank();
        }
        assertThat(said()).isEmpty();
    }

    @Test
    void saysWhenToTryAgainWhereAPartDoesNotAnswer() {
        var answer = new ErrorAnswers().failed(new IllegalStateException("DynamoDB did not answer"));

        assertThat(answer.getStatus()).isEqualTo(503);
        assertThat(answer.getHeaderString("Retry-After")).isEqualTo("5");
        assertThat(answer.getEntity().toString()).contains("try again").doesNotContain("DynamoDB");
    }

    @Test
    void takesAJobSaysItAndShowsItAtOnce() {
        String id = take(SampleRequests.train());

        assertThat(said()).singleElement().satisfies(event -> {
            assertThat(event.name()).isEqualTo("job-requested");
            assertThat(event.metadata().jobId()).isEqualTo(id);
            assertThat(((JobRequested) event.fact()).request().name()).isEqualTo("penguins");
        });
        given().get("/jobs/" + id).then().statusCode(200).body("status", equalTo("PENDING"));
        given().get("/jobs/" + id + "/events").then().statusCode(200).body("events", hasSize(0));
    }

    /** Intake draws a job's id from what EventBridge delivers; both have to get the same. */
    @Test
    void drawsTheIdThatIntakeWillDraw() {
        String id = take(SampleRequests.train().put("idempotencyKey", "drawn"));
        String key = ((JobRequested) said().getFirst().fact()).request().idempotencyKey();

        assertThat(key).isEqualTo("local/drawn");
        assertThat(JobIds.draw("ty-local", "123456789012", "trainyard.jobs", key))
                .isEqualTo(id);
    }

    @Test
    void takesTheSameRequestTwiceForOneJob() {
        ObjectNode request = SampleRequests.train().put("idempotencyKey", "twice");
        String first = take(request);
        records.write("{\"jobId\": \"" + first + "\", \"status\": \"TRAINING_MODEL\", \"run\": 1}");

        given().body(request.toString())
                .post("/jobs")
                .then()
                .statusCode(202)
                .body("jobId", equalTo(first))
                .body("status", equalTo("TRAINING_MODEL"));
        assertThat(said()).hasSize(1);
    }

    @Test
    void refusesAKeyThatBelongsToAnotherRequest() {
        String first = given().header("Idempotency-Key", "taken")
                .body(SampleRequests.train().toString())
                .post("/jobs")
                .jsonPath()
                .getString("jobId");

        given().header("Idempotency-Key", "taken")
                .body(SampleRequests.train().put("name", "other").toString())
                .post("/jobs")
                .then()
                .statusCode(409)
                .body("jobId", equalTo(first))
                .body(
                        "message",
                        equalTo(
                                "this idempotency key belongs to job " + first
                                        + ", which was asked with another request; send the same request again, or choose a new key"));
    }

    @Test
    void refusesTwoKeysThatDiffer() {
        given().header("Idempotency-Key", "one")
                .body(SampleRequests.train().put("idempotencyKey", "other").toString())
                .post("/jobs")
                .then()
                .statusCode(400)
                .body("violations[0].path", equalTo("/idempotencyKey"));
    }

    @Test
    void listsTheNewestFirstWithoutThoseWhoseEndpointIsGone() {
        records.write("{\"jobId\": \"a\", \"status\": \"READY\", \"createdAt\": \"2026-01-01T00:00:01Z\"}");
        records.write("{\"jobId\": \"b\", \"status\": \"ERROR\", \"createdAt\": \"2026-01-01T00:00:02Z\"}");
        records.write("{\"jobId\": \"c\", \"status\": \"ENDPOINT_DELETED\", \"createdAt\": \"2026-01-01T00:00:03Z\"}");

        given().get("/jobs").then().statusCode(200).body("jobs.jobId", equalTo(List.of("b", "a")));
        given().get("/jobs?limit=1").then().body("jobs", hasSize(1));
        given().get("/jobs?status=ENDPOINT_DELETED").then().body("jobs.jobId", equalTo(List.of("c")));
        given().get("/jobs?limit=0").then().statusCode(400);
    }

    @Test
    void arrangesTheEventsByWhatLedToWhat() {
        records.write("""
                {"jobId": "j", "status": "READY", "events": [
                  {"id": "1", "name": "job-accepted", "causationId": "request"},
                  {"id": "2", "name": "training-completed", "causationId": "1"},
                  {"id": "3", "name": "model-registered", "causationId": "2"}]}""");

        given().get("/jobs/j/events")
                .then()
                .statusCode(200)
                .body("events.name", equalTo(List.of("job-accepted", "training-completed", "model-registered")))
                .body("tree", hasSize(1))
                .body("tree[0].caused[0].name", equalTo("training-completed"))
                .body("tree[0].caused[0].caused[0].name", equalTo("model-registered"));
    }

    @Test
    void cancelsTheNewestRunAndNamesIt() {
        records.write("{\"jobId\": \"j\", \"status\": \"TRAINING_MODEL\", \"run\": 2}");
        given().post("/jobs/j/cancel").then().statusCode(202).body("run", equalTo(2));

        assertThat(said())
                .singleElement()
                .satisfies(event -> assertThat(event.fact()).isEqualTo(new JobCancelRequested(2, "local")));
    }

    @Test
    void nudgesTheNewestRunEachTimeItIsAskedTo() {
        records.write("{\"jobId\": \"j\", \"status\": \"CREATING_MODEL\", \"run\": 2}");
        given().post("/jobs/j/nudge")
                .then()
                .statusCode(202)
                .body("message", equalTo("what released the open steps of run 2 is said again"));

        assertThat(said())
                .singleElement()
                .satisfies(event -> assertThat(event.fact()).isEqualTo(new JobNudgeRequested(2, "local")));
    }

    @Test
    void nudgesNothingBeforeARunIsOpen() {
        records.write("{\"jobId\": \"j\", \"status\": \"REJECTED\", \"run\": 0}");
        given().post("/jobs/j/nudge").then().statusCode(409);
        assertThat(said()).isEmpty();
    }

    @Test
    void cancelsNothingThatIsDecided() {
        records.write("{\"jobId\": \"j\", \"status\": \"READY\", \"run\": 1}");
        given().post("/jobs/j/cancel")
                .then()
                .statusCode(409)
                .body(
                        "message",
                        equalTo("job j is READY: there is nothing left to cancel; delete its endpoint with"
                                + " DELETE /jobs/j/endpoint"));
        assertThat(said()).isEmpty();
    }

    @Test
    void resumesOnlyAFailedJob() {
        records.write("{\"jobId\": \"j\", \"status\": \"ERROR\", \"run\": 1}");
        given().post("/jobs/j/resume").then().statusCode(202).body("run", equalTo(2));
        assertThat(said())
                .singleElement()
                .satisfies(event -> assertThat(event.fact()).isEqualTo(new JobResumeRequested(1, "local")));

        records.write("{\"jobId\": \"k\", \"status\": \"READY\", \"run\": 1}");
        given().post("/jobs/k/resume")
                .then()
                .statusCode(409)
                .body("message", equalTo("job k is READY: only a failed job can be resumed"));
    }

    @Test
    void resumesFromAStepWithOtherValues() {
        records.write("{\"jobId\": \"j\", \"status\": \"ERROR\", \"run\": 1, \"steps\": [{\"step\": \"train\"}]}");
        given().body("{\"from\": \"train\", \"set\": {\"train.hyperparameters.epochs\": \"5\"}}")
                .post("/jobs/j/resume")
                .then()
                .statusCode(202);
        var change = new SpecChange("train", "hyperparameters.epochs", TextNode.valueOf("5"));
        assertThat(said())
                .singleElement()
                .satisfies(event -> assertThat(event.fact())
                        .isEqualTo(new JobResumeRequested(1, "local", "train", List.of(change))));

        given().body("{\"from\": \"tune\"}")
                .post("/jobs/j/resume")
                .then()
                .statusCode(409)
                .body("message", equalTo("job j has no step tune"));
        given().body("{\"set\": {\"epochs\": 5}}").post("/jobs/j/resume").then().statusCode(400);
    }

    @Test
    void saysNothingOfAResumeThatItRefuses() {
        failedJob();
        given().body("{\"set\": {\"train.hyperparameters.epochs\": 1001}}")
                .post("/jobs/" + FAILED + "/resume")
                .then()
                .statusCode(400);
        assertThat(said()).isEmpty();
    }

    @Test
    void endsTheWaitsOfAJobThatWaitsAndNoOther() {
        records.write("""
                {"jobId": "j", "status": "WAITING", "run": 2, "waiting": [{"step": "train", "reason": "no capacity"}]}""");
        given().post("/jobs/j/retry-now").then().statusCode(202).body("run", equalTo(2));
        assertThat(said())
                .singleElement()
                .satisfies(event -> assertThat(event.fact()).isEqualTo(new JobRetryRequested(2, "local")));

        records.write("{\"jobId\": \"k\", \"status\": \"TRAINING_MODEL\", \"run\": 1}");
        given().post("/jobs/k/retry-now")
                .then()
                .statusCode(409)
                .body("message", equalTo("job k is TRAINING_MODEL: nothing of it waits for a next try"));
    }

    @Test
    void takesAnEndpointDownWhereThereIsOne() {
        records.write("{\"jobId\": \"j\", \"status\": \"READY\", \"run\": 1}");
        given().delete("/jobs/j/endpoint").then().statusCode(202);
        assertThat(said()).extracting(Event::name).containsExactly("endpoint-retire-requested");

        records.write("{\"jobId\": \"k\", \"status\": \"DEPLOYING_ENDPOINT\", \"run\": 1}");
        given().delete("/jobs/k/endpoint").then().statusCode(409);
    }

    /** ADR 10: the endpoint of a failed run stands until somebody says otherwise, who must be able to. */
    @ParameterizedTest
    @ValueSource(strings = {"ERROR", "PARKED"})
    void takesTheEndpointOfAFailedRunDown(String status) {
        records.write("""
                {"jobId": "j", "status": "%s", "run": 2, "artifacts": {"endpointArn": "arn:aws:sagemaker:::endpoint/e"}}""".formatted(status));
        given().delete("/jobs/j/endpoint").then().statusCode(202);
        assertThat(said()).extracting(Event::name).containsExactly("endpoint-retire-requested");

        records.write("{\"jobId\": \"k\", \"status\": \"%s\", \"run\": 2, \"artifacts\": {}}".formatted(status));
        given().delete("/jobs/k/endpoint").then().statusCode(409);
    }

    @Test
    void heedsTheDeploymentsOwnLimits() {
        ObjectNode request = SampleRequests.train().put("image", "trainyard/noop");
        ((ObjectNode) request.at("/training/hyperparameters")).put("seconds", "10");
        given().body(request.toString())
                .post("/jobs")
                .then()
                .statusCode(400)
                .body("violations.path", equalTo(List.of("/training/hyperparameters/seconds")));
    }

    private String take(ObjectNode request) {
        Response answer =
                given().contentType("application/json").body(request.toString()).post("/jobs");
        assertThat(answer.statusCode()).isEqualTo(202);
        return answer.jsonPath().getString("jobId");
    }

    private List<Event> said() {
        List<Event> all = bus.said();
        return all.subList(before, all.size());
    }
}
