package io.trainyard.training.domain;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What SageMaker says of a training job, in its event or in answer to a Describe.
 *
 * @param status as SageMaker spells it: {@code InProgress}, {@code Completed}, {@code Failed}, {@code Stopping}, {@code Stopped}
 * @param secondaryStatus such as {@code MaxRuntimeExceeded}
 * @param artifact the model archive; null before there is one
 * @param metrics final value by name
 * @param times null before the end
 * @param failureReason null unless it failed
 */
public record TrainingReport(
        String status,
        String secondaryStatus,
        @Nullable String artifact,
        Map<String, Double> metrics,
        @Nullable TrainingTimes times,
        @Nullable String failureReason) {

    /** The secondary status of a job whose spot instance was reclaimed. */
    public static final String INTERRUPTED = "Interrupted";

    public TrainingReport {
        metrics = Map.copyOf(metrics);
    }

    /** Reads SageMaker's event. Empty where it completed but tells no artifact, metrics or seconds: then a Describe does. */
    public static Optional<TrainingReport> of(JsonNode detail) {
        var report = new TrainingReport(
                detail.path("TrainingJobStatus").asText(),
                detail.path("SecondaryStatus").asText(),
                detail.path("ModelArtifacts").path("S3ModelArtifacts").textValue(),
                metrics(detail.path("FinalMetricDataList")),
                detail.hasNonNull("BillableTimeInSeconds") ? times(detail) : null,
                detail.path("FailureReason").textValue());
        boolean whole = !report.completed() || report.artifact != null && report.times != null;
        return whole ? Optional.of(report) : Optional.empty();
    }

    public boolean completed() {
        return status.equals("Completed");
    }

    /** Whether nothing of it runs any more. */
    public boolean ended() {
        return completed() || status.equals("Failed") || status.equals("Stopped");
    }

    /** Events tell times in milliseconds. */
    private static TrainingTimes times(JsonNode detail) {
        long billable = detail.get("BillableTimeInSeconds").asLong();
        int interruptions = 0;
        for (JsonNode change : detail.path("SecondaryStatusTransitions")) {
            interruptions += change.path("Status").asText().equals(INTERRUPTED) ? 1 : 0;
        }
        long ended = detail.path("TrainingEndTime").asLong();
        return new TrainingTimes(
                billable,
                detail.path("TrainingTimeInSeconds").asLong(billable),
                interruptions,
                ended > 0 ? Instant.ofEpochMilli(ended) : null);
    }

    private static Map<String, Double> metrics(JsonNode list) {
        var metrics = new LinkedHashMap<String, Double>();
        list.forEach(metric -> metrics.put(
                metric.path("MetricName").asText(), metric.path("Value").asDouble()));
        return metrics;
    }
}
