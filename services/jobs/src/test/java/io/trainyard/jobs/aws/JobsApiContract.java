package io.trainyard.jobs.aws;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.response.Response;
import io.trainyard.lambda.SecurityHeaders;
import io.trainyard.requests.app.ExamineRequest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the API says to anybody, on the classes and on what was packaged. No job is there. */
abstract class JobsApiContract {

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
