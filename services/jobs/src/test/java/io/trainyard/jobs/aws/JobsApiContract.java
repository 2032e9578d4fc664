package io.trainyard.jobs.aws;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import java.util.List;
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
    void sendsSecurityHeaders() {
        given().get("/jobs")
                .then()
                .header("X-Frame-Options", "DENY")
                .header("X-Content-Type-Options", "nosniff")
                .header("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
    }
}
