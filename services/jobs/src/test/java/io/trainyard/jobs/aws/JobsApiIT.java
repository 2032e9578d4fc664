package io.trainyard.jobs.aws;

import io.restassured.RestAssured;
import io.trainyard.lambda.PackagedApi;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The same on what was packaged. */
class JobsApiIT extends JobsApiContract {

    @RegisterExtension
    static final PackagedApi API = new PackagedApi("jobs", "[submit operate]");

    @BeforeAll
    static void knock() {
        RestAssured.port = API.port();
    }
}
