package io.trainyard.inference.aws;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.restassured.response.Response;
import io.trainyard.inference.app.Predict;
import io.trainyard.lambda.SecurityHeaders;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the API says to anybody, on the classes and on what was packaged. One model serves and one is being trained. */
abstract class InferenceApiContract {

    static final String SERVING = "serving";
    static final String LEARNING = "learning";

    @Test
    void showsAModelThatServesAndOneThatDoesNotYet() {
        given().get("/models/" + SERVING)
                .then()
                .statusCode(200)
                .body("jobId", equalTo(SERVING))
                .body("state", equalTo("READY"));
        given().get("/models/" + LEARNING)
                .then()
                .statusCode(200)
                .body("state", equalTo("TRAINING_MODEL"))
                .body("message", containsString("try again"));
        given().get("/endpoints").then().statusCode(200).body("endpoints.jobId", hasItem(SERVING));
    }

    @Test
    void aBodyOverFourMegabytesIsRefusedInWords() {
        given().contentType("text/csv")
                .body("1".repeat(Predict.MOST_BYTES + 1))
                .post("/models/large/predictions")
                .then()
                .statusCode(413)
                .body("message", containsString("send fewer rows"));
    }

    @Test
    void whatIsNotThereIsSaidInASentence() {
        given().get("/models/nobody").then().statusCode(404).body("message", containsString("nobody"));
        given().contentType("text/csv")
                .body("1")
                .post("/models/nobody/predictions")
                .then()
                .statusCode(404)
                .contentType("application/json")
                .body("message", containsString("nobody"));
        given().get("/elsewhere").then().statusCode(404);
    }

    @Test
    void sendsSecurityHeadersWhateverItAnswers() {
        String predictions = "/models/nobody/predictions";
        Map<Integer, Response> answers = Map.of(
                200, given().get("/endpoints"),
                400, given().contentType("text/csv").post(predictions),
                404, given().get("/models/nobody"),
                405, given().delete("/endpoints"),
                413,
                        given().contentType("text/csv")
                                .body("1".repeat(Predict.MOST_BYTES + 1))
                                .post(predictions),
                415, given().contentType("image/png").body(new byte[] {1}).post(predictions));

        assertThat(answers).allSatisfy((status, answer) -> {
            assertThat(answer.statusCode()).isEqualTo(status);
            assertThat(SecurityHeaders.missing(answer::getHeader)).isEmpty();
        });
        assertThat(SecurityHeaders.missing(given().get("/elsewhere")::getHeader))
                .as("no such path")
                .isEmpty();
    }
}
