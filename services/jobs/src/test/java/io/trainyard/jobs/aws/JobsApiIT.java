package io.trainyard.jobs.aws;

import io.restassured.RestAssured;
import io.trainyard.fakes.AwsStub;
import io.trainyard.lambda.PackagedApi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** The same on what was packaged. */
class JobsApiIT extends JobsApiContract {

    private static final AwsStub AWS = new AwsStub();
    private static final PackagedApi API = new PackagedApi("jobs", AWS, "[submit operate]");

    @BeforeAll
    static void knock() {
        RestAssured.port = API.port();
    }

    @AfterAll
    static void close() {
        API.close();
        AWS.close();
    }
}
