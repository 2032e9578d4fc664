package io.trainyard.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The penguins, from a request to the API to predictions and to the end of the endpoint (A3, A9, A11, A12, A14, A24, A25). */
@ExtendWith(SharedDeployment.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class WholeJobTest {

    private static final String LATE = "the-endpoint-is-created-late";
    private static final String ROW = "39.5,17.4,186,3800,female\n";

    private final Deployment deployment;
    private final Jobs jobs;
    private final List<JsonNode> looks = new ArrayList<>();
    private JsonNode record = Json.object();

    WholeJobTest(Deployment deployment) {
        this.deployment = deployment;
        this.jobs = deployment.jobs();
    }

    /** What comes within a second the ledger shows at once: the endpoint is created later than that, as on AWS. */
    @BeforeAll
    void aModelIsTrained() throws IOException {
        var faults = new Faults(deployment);
        faults.set(Json.object()
                .put("id", LATE)
                .put("kind", "hold")
                .put("service", "sagemaker")
                .put("operation", "CreateEndpoint")
                .put("delay", "1500ms")
                .put("times", 1));
        var jobId = jobs.submit(penguins());
        record = Await.until(
                "job " + jobId + " ends",
                () -> look(jobId),
                it -> Jobs.events(it, "job-completed").findAny().isPresent()
                        || it.path("status").asText().equals("ERROR"));
        faults.clear(LATE);
    }

    @Test
    void goesThroughExactlyTheStatusesOfAJob() {
        assertThat(Jobs.history(record))
                .containsExactly(
                        "TRAINING_MODEL", "CREATING_MODEL", "CONFIGURING_ENDPOINT", "DEPLOYING_ENDPOINT", "READY");
    }

    @Test
    void showsArtifactsAsTheyAppear() {
        var sets = new LinkedHashSet<List<String>>();
        looks.forEach(look -> sets.add(artifacts(look)));

        var grown = new ArrayList<>(sets);
        assertThat(grown).hasSizeGreaterThan(2);
        for (int i = 1; i < grown.size(); i++) {
            assertThat(grown.get(i)).containsAll(grown.get(i - 1));
        }
        assertThat(grown.getFirst()).isEmpty();
        assertThat(grown.getLast()).contains("modelOutput", "modelArn", "endpointConfig", "endpointArn");
    }

    @Test
    void takesOneHopPerStep() {
        assertThat(cause("job-accepted")).isEqualTo(id("job-requested"));
        assertThat(cause("training-completed")).isEqualTo(id("job-accepted"));
        assertThat(cause("model-registered")).isEqualTo(id("training-completed"));
        assertThat(cause("endpoint-ready")).isEqualTo(id("model-registered"));
        assertThat(cause("job-completed")).isEqualTo(id("endpoint-ready"));
        assertThat(Json.texts(record.path("events"), "name")).doesNotHaveDuplicates();
    }

    @Test
    void showsTheSameTreeByTheApi() {
        var root = jobs.get("/jobs/" + jobId() + "/events").path("tree").path(0);

        assertThat(root.path("name").asText()).isEqualTo("job-requested");
        assertThat(down(root, "job-accepted", "training-completed", "model-registered", "endpoint-ready"))
                .hasValueSatisfying(ready ->
                        assertThat(Json.texts(ready.path("caused"), "name")).containsExactly("job-completed"));
    }

    @ParameterizedTest
    @CsvSource({"id", "name"})
    void predictsByIdAndByName(String by) {
        var model = by.equals("id") ? jobId() : record.path("name").asText();

        var answer = jobs.predict(model, "text/csv", ROW + ROW);

        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        assertThat(Json.texts(Json.read(answer.asString()).path("predictions"), "label"))
                .containsExactly("Adelie", "Adelie");
        assertThat(answer.header("X-Model-Version")).contains(jobId());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            text/csv        | 39.5,17.4                     | 400 | 5
            text/csv        | 39.5,17.4,heavy,3800,female   | 400 | flipper_length_mm
            application/json| {nonsense                     | 400 | JSON
            text/plain      | 39.5,17.4,186,3800,female     | 415 | text/csv
            """)
    void refusesAPredictionWithASentenceThatHelps(String type, String body, int status, String says) {
        var answer = jobs.predict(jobId(), type, body);

        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
        assertThat(Json.read(answer.asString()).path("message").asText()).contains(says);
    }

    @Test
    void refusesAPredictionThatIsTooLarge() {
        var answer = jobs.predict(jobId(), "text/csv", "1".repeat((4 << 20) + 1));

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(Json.read(answer.asString()).path("message").asText()).contains("4194304");
    }

    @Test
    void knowsNoModelThatNobodyTrained() {
        var answer = jobs.predict("nobody", "text/csv", ROW);

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(Json.read(answer.asString()).path("message").asText()).contains("nobody", "GET /endpoints");
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void leavesNothingWhenTheEndpointIsDeleted() {
        assertThat(jobs.retire(jobId()).statusCode()).isEqualTo(202);

        jobs.await(jobId(), "ENDPOINT_DELETED");
        var sagemaker = deployment.aws().sagemaker();
        assertThat(sagemaker.listEndpoints(list -> list.nameContains(jobId())).endpoints())
                .isEmpty();
        assertThat(sagemaker
                        .listEndpointConfigs(list -> list.nameContains(jobId()))
                        .endpointConfigs())
                .isEmpty();
        assertThat(sagemaker.listModels(list -> list.nameContains(jobId())).models())
                .isEmpty();
        var answer = jobs.predict(jobId(), "text/csv", ROW);
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(Json.read(answer.asString()).path("message").asText()).contains("submit the job again");
    }

    private ObjectNode penguins() throws IOException {
        var example = Launcher.ROOT.resolve("examples/penguins");
        var request = (ObjectNode) Json.read(Files.readString(example.resolve("job.json")));
        var data =
                deployment.aws().upload("datasets/penguins/train.csv", Files.readString(example.resolve("train.csv")));
        request.withObject("/training/channels").put("train", data);
        return request.put("name", "whole-job").put("idempotencyKey", "whole-job");
    }

    private JsonNode look(String jobId) {
        var look = jobs.record(jobId);
        looks.add(look);
        return look;
    }

    private static List<String> artifacts(JsonNode look) {
        return look.path("artifacts").properties().stream()
                .map(java.util.Map.Entry::getKey)
                .sorted()
                .toList();
    }

    private String jobId() {
        return record.path("jobId").asText();
    }

    private String id(String event) {
        return Jobs.events(record, event).findFirst().orElseThrow().path("id").asText();
    }

    private String cause(String event) {
        return Jobs.events(record, event)
                .findFirst()
                .orElseThrow()
                .path("causationId")
                .asText();
    }

    private static java.util.Optional<JsonNode> down(JsonNode root, String... names) {
        return Stream.of(names)
                .reduce(
                        java.util.Optional.of(root),
                        (at, name) -> at.flatMap(event -> Json.stream(event.path("caused"))
                                .filter(caused -> caused.path("name").asText().equals(name))
                                .findFirst()),
                        (one, other) -> other);
    }
}
