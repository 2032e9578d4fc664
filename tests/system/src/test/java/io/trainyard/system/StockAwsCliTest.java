package io.trainyard.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** An upstream system that has the stock AWS CLI and nothing of ours (U, A3, A7, A8). */
@ExtendWith(SharedDeployment.class)
class StockAwsCliTest {

    private final Deployment deployment;

    @TempDir
    Path folder = Path.of("");

    StockAwsCliTest(Deployment deployment) {
        this.deployment = deployment;
    }

    @BeforeAll
    static void theAwsCliIsThere() {
        var there = Stream.of(System.getenv("PATH").split(java.io.File.pathSeparator))
                .anyMatch(place -> Files.isExecutable(Path.of(place, "aws")));
        if ("true".equals(System.getenv("CI"))) {
            assertThat(there).as("the AWS CLI is on the PATH").isTrue();
        }
        assumeTrue(there, "the AWS CLI (aws) is not on the PATH");
    }

    @Test
    void anEventPutByTheAwsCliStartsAJobThatAnswers() throws IOException {
        Files.writeString(folder.resolve("train.csv"), "a,b\n1,2\n");
        aws("s3", "cp", folder.resolve("train.csv").toString(), "s3://ty-local-artifacts/datasets/orders/train.csv");

        var put =
                json("events", "put-events", "--entries", entries("s3://ty-local-artifacts/datasets/orders/train.csv"));
        assertThat(put.path("FailedEntryCount").asInt()).isZero();

        var job = Await.until(
                "the job of the event is listed",
                () -> deployment.jobs().get("/jobs?limit=100").path("jobs"),
                jobs -> named(jobs).findAny().isPresent());
        var jobId = named(job).findFirst().orElseThrow().path("jobId").asText();
        deployment.jobs().await(jobId, "READY");

        var training = json("sagemaker", "list-training-jobs", "--name-contains", jobId);
        assertThat(Json.texts(training.path("TrainingJobSummaries"), "TrainingJobStatus"))
                .containsExactly("Completed");
        assertThat(Json.texts(training.path("TrainingJobSummaries"), "TrainingJobName"))
                .allSatisfy(name -> assertThat(name).startsWith("ty-local-" + jobId));

        var endpoint = json("sagemaker", "list-endpoints", "--name-contains", jobId)
                .path("Endpoints")
                .path(0)
                .path("EndpointName")
                .asText();
        var described = json("sagemaker", "describe-endpoint", "--endpoint-name", endpoint);
        assertThat(described.path("EndpointStatus").asText()).isEqualTo("InService");

        var row = Files.writeString(folder.resolve("row.csv"), "1\n");
        var answer = folder.resolve("answer.json");
        aws(
                "sagemaker-runtime",
                "invoke-endpoint",
                "--endpoint-name",
                endpoint,
                "--content-type",
                "text/csv",
                "--body",
                "fileb://" + row,
                answer.toString());
        assertThat(Json.read(Files.readString(answer)).path("predictions").isArray())
                .isTrue();
    }

    @Test
    void refusesADetailThatIsNotJsonInAwssWords() {
        var entries =
                "[{\"EventBusName\":\"ty-local\",\"Source\":\"acme.orders\",\"DetailType\":\"job-requested\",\"Detail\":\"nonsense\"}]";

        var put = json("events", "put-events", "--entries", entries);

        assertThat(put.path("FailedEntryCount").asInt()).isOne();
        assertThat(put.path("Entries").path(0).path("ErrorCode").asText()).isEqualTo("MalformedDetail");
    }

    private static Stream<JsonNode> named(JsonNode jobs) {
        return Json.stream(jobs).filter(job -> job.path("name").asText().equals("order-4711"));
    }

    private static String entries(String data) {
        var request = NoopJobs.named("order-4711", data);
        var detail = Json.object();
        detail.set("data", request);
        var entry = Json.object()
                .put("EventBusName", "ty-local")
                .put("Source", "acme.orders")
                .put("DetailType", "job-requested")
                .put("Detail", detail.toString());
        return "[" + entry + "]";
    }

    private JsonNode json(String... arguments) {
        return Json.read(aws(arguments).out());
    }

    private Launcher.Ended aws(String... arguments) {
        var command = Stream.concat(
                        Stream.concat(Stream.of("aws"), Stream.of(arguments)), Stream.of("--output", "json"))
                .toArray(String[]::new);
        return deployment.shell(command).well();
    }
}
