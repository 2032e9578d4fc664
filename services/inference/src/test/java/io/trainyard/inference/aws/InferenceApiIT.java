package io.trainyard.inference.aws;

import io.restassured.RestAssured;
import io.trainyard.lambda.PackagedApi;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The same on what was packaged. */
class InferenceApiIT extends InferenceApiContract {

    @RegisterExtension
    static final PackagedApi API = new PackagedApi("inference", "[infer]");

    @BeforeAll
    static void knock() {
        RestAssured.port = API.port();
    }
}
