package io.trainyard.inference.aws;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.trainyard.inference.app.InMemoryModels;
import io.trainyard.inference.app.ModelEndpoints.Asked;
import io.trainyard.lambda.SecurityHeaders;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class InferenceResourceTest extends InferenceApiContract {

    @Inject
    InMemoryModels world;

    @Inject
    InferenceConfig config;

    /** The world lasts as long as the application, and not more than five serve in it. */
    @BeforeEach
    void serveOneModelAndTrainAnother() {
        world.read().slots().forEach(slot -> world.free(slot.key().jobId()));
        world.ready(SERVING);
        world.know(LEARNING, "penguins", "TRAINING_MODEL");
    }

    @Test
    void settingsHaveTheDocumentedDefaults() {
        assertThat(config.fresh()).isEqualTo(Duration.ofSeconds(2));
        assertThat(config.patience()).isEqualTo(Duration.ofSeconds(25));
    }

    @Test
    void sendsSecurityHeadersToThoseItTurnsAwayToo() {
        Response forbidden = given().header("Test-Groups", "[guests]").get("/endpoints");

        assertThat(forbidden.statusCode()).isEqualTo(403);
        assertThat(SecurityHeaders.missing(forbidden::getHeader)).isEmpty();
    }

    @Test
    void predictsThroughTheDoor() {
        world.ready("csv");

        given().contentType("text/csv")
                .body("1,2,3\n")
                .post("/models/csv/predictions")
                .then()
                .statusCode(200)
                .header("X-Model-Version", "m1")
                .header("X-Content-Type-Options", "nosniff")
                .contentType("text/csv")
                .body(equalTo("1,2,3\n"));
    }

    @Test
    void answersARangeWithAnAxis() {
        world.ready("range");
        world.answer("range", InMemoryModels.well("application/json", "{\"predictions\":[1,2]}"));

        given().contentType("application/json")
                .body("{\"features\":[1],\"range\":{\"start\":0,\"end\":2,\"step\":1}}")
                .post("/models/range/predictions")
                .then()
                .statusCode(200)
                .body("x_axis", equalTo(java.util.List.of(0, 1)))
                .body("predictions", equalTo(java.util.List.of(1, 2)));
    }

    @Test
    void everyRefusalIsASentenceInJson() {
        world.ready("bad");
        world.answer("bad", new Asked.Badly(400, "{\"error\":\"expected 4 values, got 1\"}"));

        given().contentType("text/csv")
                .body("1")
                .post("/models/bad/predictions")
                .then()
                .statusCode(400)
                .contentType("application/json")
                .body("message", equalTo("expected 4 values, got 1"));
        given().contentType("text/csv")
                .post("/models/bad/predictions")
                .then()
                .statusCode(400)
                .body("message", containsString("empty"));
        given().contentType("image/png")
                .body(new byte[] {1})
                .post("/models/bad/predictions")
                .then()
                .statusCode(415)
                .body("message", containsString("text/csv or application/json"));
        given().contentType("text/csv")
                .body("1")
                .post("/models/nobody/predictions")
                .then()
                .statusCode(404)
                .body("message", containsString("nobody"));
    }

    @Test
    void saysWhenToAskAgainWhereThatHelps() {
        world.ready("busy");
        world.answer("busy", new Asked.Busy());

        Response busy = given().contentType("text/csv").body("1").post("/models/busy/predictions");
        assertThat(busy.statusCode()).isEqualTo(503);
        assertThat(busy.getHeader("Retry-After")).isEqualTo("1");
        assertThat(SecurityHeaders.missing(busy::getHeader)).isEmpty();

        world.answer("busy", new Asked.Failed());
        Response failed = given().contentType("text/csv").body("1").post("/models/busy/predictions");
        assertThat(failed.statusCode()).isEqualTo(502);
        assertThat(failed.getHeader("Retry-After")).isNull();
        assertThat(failed.asString()).doesNotContain("arn:", "sagemaker:");
    }

    @Test
    void saysThatItMayBeTriedAgainWhereAPartOfOursFails() {
        Response broken = given().get("/models/" + InMemoryModels.BROKEN);

        assertThat(broken.statusCode()).isEqualTo(503);
        assertThat(broken.getHeader("Retry-After")).isEqualTo("1");
        assertThat(SecurityHeaders.missing(broken::getHeader)).isEmpty();
        assertThat(broken.asString()).contains("try again").doesNotContain("arn:");
    }

    @Test
    void showsEndpointsByTheNamesOfTheirJobs() {
        world.ready("shown");
        world.deploying("coming");
        world.know("shown", "cars", "READY");

        given().get("/endpoints")
                .then()
                .statusCode(200)
                .body("endpoints.find { it.jobId == 'shown' }.name", equalTo("cars"))
                .body("endpoints.find { it.jobId == 'coming' }.state", equalTo("DEPLOYING"));
    }
}
