package io.trainyard.inference.aws;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.trainyard.inference.app.Predict;
import org.junit.jupiter.api.Test;

/** What the API says to anybody, on the classes and on what was packaged. None of the models that it asks for is there. */
abstract class InferenceApiContract {

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
    void sendsSecurityHeaders() {
        given().get("/models/nobody")
                .then()
                .header("X-Frame-Options", equalTo("DENY"))
                .header("X-Content-Type-Options", equalTo("nosniff"));
    }
}
