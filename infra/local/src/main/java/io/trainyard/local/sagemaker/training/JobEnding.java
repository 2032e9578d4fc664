package io.trainyard.local.sagemaker.training;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.trainyard.local.sagemaker.records.Resource;
import io.trainyard.local.sagemaker.wire.Facts;
import io.trainyard.local.sagemaker.wire.Json;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;

/** The end of a run: artifacts first, then the status that never changes again, with its reason, metrics and times. */
final class JobEnding {

    private static final double SPOT_PRICE = 0.3;

    private final Workshop workshop;
    private final JobBook book;
    private final Resource job;
    private final TrainingFolder folder;
    private final Metrics metrics;

    JobEnding(Workshop workshop, JobBook book, Resource job, TrainingFolder folder, Metrics metrics) {
        this.workshop = workshop;
        this.book = book;
        this.job = job;
        this.folder = folder;
        this.metrics = metrics;
    }

    /** The container ended with 0. */
    void completed() {
        book.move(job.name(), Phase.UPLOADING);
        Optional<String> problem = upload();
        problem.ifPresentOrElse(this::failed, () -> book.move(job.name(), Phase.COMPLETED, this::close));
    }

    /** The container ended with another code; what it left is kept all the same. */
    void crashed(int code) {
        String reason = Facts.text("algorithm-error", folder.failure(), code);
        upload();
        failed(reason);
    }

    /** The container was ended, or never started. */
    void stopped(StopCause cause) {
        switch (cause) {
            case CLOSING -> {}
            case REQUESTED -> stopped(Phase.STOPPED);
            case MAX_WAIT -> stopped(Phase.MAX_WAIT_TIME_EXCEEDED);
            case MAX_RUNTIME -> stopped(Phase.MAX_RUNTIME_EXCEEDED);
        }
    }

    void failed(String reason) {
        book.move(job.name(), Phase.FAILED, description -> close(description.put("FailureReason", reason)));
    }

    private void stopped(Phase phase) {
        Optional<String> problem = folder.isThere() ? upload() : Optional.empty();
        problem.ifPresentOrElse(this::failed, () -> book.move(job.name(), phase, this::close));
    }

    /** Uploads the artifacts; answers why that was not possible. */
    private Optional<String> upload() {
        try {
            String model = new Artifacts(workshop.objects())
                    .upload(job.name(), job.description().path("OutputDataConfig"), folder);
            book.note(
                    job.name(),
                    description -> description.putObject("ModelArtifacts").put("S3ModelArtifacts", model));
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(Facts.text("upload-failed", e.getMessage()));
        }
    }

    /** AWS tells what spot saved as 1 - billable / training; a saving of 70 % is the account's own choice. */
    private static long spotSeconds(long seconds) {
        return Math.max(1, Math.round(seconds * SPOT_PRICE));
    }

    private void close(ObjectNode description) {
        BigDecimal now = book.now();
        metrics.show(description);
        if (description.has("TrainingStartTime")) {
            description.put("TrainingEndTime", now);
            Duration took = Duration.between(
                    Json.instant(description.get("TrainingStartTime")),
                    workshop.clock().instant());
            long seconds = Math.max(1, took.plusMillis(999).toSeconds());
            description.put("TrainingTimeInSeconds", seconds);
            description.put("BillableTimeInSeconds", Supply.spot(job) ? spotSeconds(seconds) : seconds);
        }
    }
}
