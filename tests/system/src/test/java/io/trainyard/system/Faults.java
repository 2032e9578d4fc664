package io.trainyard.system;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.RestAssured;

/** Makes things go wrong in the account on purpose, as docs/local-account/faults.md tells. */
final class Faults {

    private static final String DESK = "/_trainyard/faults";

    private final Deployment deployment;

    Faults(Deployment deployment) {
        this.deployment = deployment;
    }

    void set(JsonNode fault) {
        given().contentType("application/json")
                .body(fault.toString())
                .post(deployment.endpoint().resolve(DESK))
                .then()
                .statusCode(200);
    }

    /** Takes one away; one that was never set is not a mistake. */
    void clear(String id) {
        RestAssured.delete(deployment.endpoint().resolve(DESK + "?id=" + id));
    }
}
