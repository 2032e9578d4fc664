package io.trainyard.inference.aws;

import io.restassured.RestAssured;
import io.trainyard.events.json.Json;
import io.trainyard.events.json.PackedJson;
import io.trainyard.fakes.AwsAnswer;
import io.trainyard.inference.app.InMemoryModels;
import io.trainyard.lambda.PackagedApi;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The same on what was packaged. */
class InferenceApiIT extends InferenceApiContract {

    @RegisterExtension
    static final PackagedApi API = new PackagedApi("inference", "[infer]");

    @BeforeAll
    static void knock() {
        RestAssured.port = API.port();
        var world = new InMemoryModels();
        world.ready(SERVING);
        var slots = item("table", Json.write(world.read()));
        var record = item("document", """
                {"name": "penguins", "status": "TRAINING_MODEL", "createdAt": "2026-11-21T08:00:00Z"}""");
        API.aws()
                .answers(
                        "GetItem",
                        body -> body.contains("\"slots\"")
                                ? slots
                                : body.contains("\"" + LEARNING + "\"") ? record : AwsAnswer.document(Map.of()));
    }

    private static AwsAnswer item(String attribute, String json) {
        return AwsAnswer.document(
                Map.of("Item", Map.of("pk", Map.of("S", LEARNING), attribute, Map.of("B", PackedJson.pack(json)))));
    }
}
