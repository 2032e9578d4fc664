package io.trainyard.jobs.aws;

import io.restassured.RestAssured;
import io.trainyard.events.json.PackedJson;
import io.trainyard.fakes.AwsAnswer;
import io.trainyard.lambda.PackagedApi;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The same on what was packaged. */
class JobsApiIT extends JobsApiContract {

    @RegisterExtension
    static final PackagedApi API = new PackagedApi("jobs", "[submit operate]");

    @BeforeAll
    static void knock() {
        RestAssured.port = API.port();
        var found = AwsAnswer.text(
                200,
                Map.of("Content-Type", "application/xml"),
                "<ListBucketResult><Contents><Key>penguins/train.csv</Key></Contents></ListBucketResult>");
        API.aws().answers("/data", found);
        API.aws().answers("/data/", found);
    }

    @Override
    void failedJob() {
        var item = Map.of("document", Map.of("B", PackedJson.pack(RECORD)));
        API.aws()
                .answers(
                        "GetItem",
                        body -> AwsAnswer.document(
                                body.contains("\"" + FAILED + "\"") && body.contains("\"record\"")
                                        ? Map.of("Item", item)
                                        : Map.of()));
    }
}
