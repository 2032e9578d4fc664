package io.trainyard.jobs.aws;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.response.Response;
import io.trainyard.lambda.SecurityHeaders;
import io.trainyard.requests.app.ExamineRequest;
import io.trainyard.requests.app.SampleRequests;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the API says to anybody, on the classes and on what was packaged. No job is there, but one that failed. */
abstract class JobsApiContract {

    static final String FAILED = "failed";
    static final String RECORD = """
            {"jobId": "failed", "name": "penguins", "status": "ERROR", "run": 1, "steps": [{"step": "train"}],
             "plan": [{"step": "train", "kind": "training", "after": [], "spec": {"image": "trainyard/trainer",
               "channels": {"train": "s3://data/penguins/train.csv"},
               "hyperparameters": {"target": "species", "task": "classification", "epochs": "20"}}}]}""";

    /** There is a job of {@link #RECORD}. */
    abstract void failedJob();

    @Test
    void takesAJobAndNamesTheFaultOfOneThatBreaksARule() {
        given().body(SampleRequests.train().toString())
                .post("/jobs")
                .then()
                .statusCode(202)
                .body("status", equalTo("PENDING"));
        given().body(SampleRequests.train().put("mode", "guess").toString())
                .post("/jobs")
                .then()
                .statusCode(400)
                .body("violations.path", equalTo(List.of("/mode")));
    }

    /** Whoever asks for it hears it at once, by the same rules as intake has. */
    @Test
    void resumesAFailedJobByTheRulesOfTheDeployment() {
        failedJob();
        given().body("{\"set\": {\"train.hyperparameters.epochs\": 1001}}")
                .post("/jobs/" + FAILED + "/resume")
                .then()
                .statusCode(400)
                .body("violations.path", equalTo(List.of("/steps/0/spec/hyperparameters/epochs")))
                .body("message", containsString("/steps/0/spec/hyperparameters/epochs must be"));
        given().body("{\"set\": {\"train.hyperparameters.epochs\": 1000}}")
                .post("/jobs/" + FAILED + "/resume")
                .then()
                .statusCode(202)
                .body("run", equalTo(2));
    }

    @Test
    void refusesWhatIsNoJson() {
        given().body("{name: penguins").post("/jobs").then().statusCode(400);
        given().post("/jobs").then().statusCode(400);
        given().body("[]").post("/jobs").then().statusCode(400).body("violations[0].path", equalTo(""));
    }

    @Test
    void saysWhatIsThereToWhoeverLooksElsewhere() {
        given().get("/jobs/nobody")
                .then()
                .statusCode(404)
                .body("message", equalTo("there is no job nobody; GET /jobs lists those there are"));
        for (String path : List.of("/jobs/nobody/cancel", "/jobs/nobody/resume", "/jobs/nobody/nudge")) {
            given().post(path).then().statusCode(404);
        }
        given().get("/job")
                .then()
                .statusCode(404)
                .body("message", equalTo("there is nothing here; jobs are at /jobs and /jobs/{id}"));
        given().delete("/jobs").then().statusCode(405);
    }

    @Test
    void sendsSecurityHeadersWhateverItAnswers() {
        Map<Integer, Response> answers = Map.of(
                200, given().get("/jobs"),
                400, given().post("/jobs"),
                404, given().get("/jobs/nobody"),
                405, given().delete("/jobs"),
                413, given().body("1".repeat(ExamineRequest.LARGEST + 1)).post("/jobs"));

        assertThat(answers).allSatisfy((status, answer) -> {
            assertThat(answer.statusCode()).isEqualTo(status);
            assertThat(SecurityHeaders.missing(answer::getHeader)).isEmpty();
        });
        assertThat(SecurityHeaders.missing(given().get("/elsewhere")::getHeader))
                .as("no such path")
                .isEmpty();
    }
}
