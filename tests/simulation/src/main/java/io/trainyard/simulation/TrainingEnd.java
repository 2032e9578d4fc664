package io.trainyard.simulation;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.trainyard.training.domain.TrainingReport;
import io.trainyard.training.domain.TrainingTimes;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How a training job ends, as SageMaker tells it: by its event, and to who asks. */
record TrainingEnd(
        String status, String secondary, @Nullable String reason) {

    static final TrainingEnd COMPLETED = new TrainingEnd("Completed", "Completed", null);
    static final TrainingEnd STOPPED = new TrainingEnd("Stopped", "Stopped", null);
    static final TrainingEnd RECLAIMED = new TrainingEnd("Stopped", "MaxWaitTimeExceeded", null);
    static final TrainingEnd LACKING = new TrainingEnd("Failed", "Failed", Supply.REASON);
    static final TrainingEnd BROKEN =
            new TrainingEnd("Failed", "Failed", "AlgorithmError: row 7, column bill: not a number, exit code: 1");

    private static final int SECONDS = 60;

    TrainingReport report(String job) {
        return new TrainingReport(
                status,
                secondary,
                completed() ? artifact(job) : null,
                Map.of("validation:accuracy", 0.95),
                completed() ? TrainingTimes.of(SECONDS) : null,
                reason);
    }

    ObjectNode event(String job) {
        ObjectNode detail = JsonNodeFactory.instance.objectNode();
        detail.put("TrainingJobName", job).put("TrainingJobStatus", status).put("SecondaryStatus", secondary);
        if (completed()) {
            detail.putObject("ModelArtifacts").put("S3ModelArtifacts", artifact(job));
            detail.put("BillableTimeInSeconds", SECONDS);
        }
        if (reason != null) {
            detail.put("FailureReason", reason);
        }
        return detail;
    }

    private boolean completed() {
        return equals(COMPLETED);
    }

    private static String artifact(String job) {
        return "s3://bucket/" + job + "/model.tar.gz";
    }
}
