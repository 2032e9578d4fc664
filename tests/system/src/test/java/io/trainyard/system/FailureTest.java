package io.trainyard.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What fails says so once, with its cause: one terminal event, one record, one notice (A13, E9, E10). */
@ExtendWith(SharedDeployment.class)
class FailureTest {

    private final Deployment deployment;

    FailureTest(Deployment deployment) {
        this.deployment = deployment;
    }

    @Test
    void aFailedTrainingEndsInOneJobFailedOneRecordAndOneNotice() {
        String data = deployment.aws().upload("datasets/failure/train.csv", "a,b\n1,2\n");
        var request = NoopJobs.with(NoopJobs.named("fails", data), "fail-with", "row 7, column bill: not a number");

        String jobId = deployment.jobs().submit(request);

        JsonNode record = deployment.jobs().await(jobId, "ERROR");
        assertThat(record.toString()).contains("row 7, column bill: not a number");
        assertThat(Jobs.events(deployment.jobs().awaitEvent(jobId, "job-failed"), "job-failed"))
                .hasSize(1);
        List<JsonNode> notices = Await.until("a notice about the job", () -> notices(jobId), seen -> !seen.isEmpty());
        assertThat(notices)
                .singleElement()
                .satisfies(notice -> assertThat(notice.toString())
                        .contains(jobId, "train", "caller", "row 7, column bill", "submit again"));
    }

    @Test
    void aTextInANumberColumnNamesRowAndColumnOfTheDataSet() {
        String data = deployment.aws().upload("datasets/text/train.csv", badNumbers());
        var request = Json.object()
                .put("name", "text-in-a-number")
                .put("mode", "train")
                .put("image", "trainyard/trainer");
        var training = request.putObject("training");
        training.putObject("channels").put("train", data);
        training.putObject("hyperparameters").put("target", "y").put("task", "regression");

        JsonNode record = deployment.jobs().await(deployment.jobs().submit(request), "ERROR");

        assertThat(record.path("errorCause").asText()).contains("row 9", "column 'x'");
    }

    private static String badNumbers() {
        var rows = new StringBuilder("x,y\n");
        for (int row = 2; row <= 40; row++) {
            rows.append(row == 9 ? "nine" : Integer.toString(row))
                    .append(',')
                    .append(2 * row)
                    .append('\n');
        }
        return rows.toString();
    }

    private List<JsonNode> notices(String jobId) {
        return Json.stream(deployment.inside("notices").path("notices"))
                .filter(notice -> notice.toString().contains(jobId))
                .toList();
    }
}
