package io.trainyard.local.sagemaker.training;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.trainyard.local.containers.Container;
import io.trainyard.local.containers.ContainerLog;
import io.trainyard.local.containers.RunningContainer;
import io.trainyard.local.containers.UnknownImageException;
import io.trainyard.local.sagemaker.records.Resource;
import io.trainyard.local.sagemaker.wire.Facts;
import io.trainyard.local.sagemaker.wire.Json;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * One run of one job's container, from download to upload, in the thread that calls {@link #run}.
 *
 * <p>A run that starts over after the account was restarted restores the last checkpoints and begins with the download.
 */
final class TrainingRun {

    private final Workshop workshop;
    private final JobBook book;
    private final Resource job;
    private final TrainingFolder folder;
    private final Metrics metrics;
    private final CompletableFuture<StopCause> stop = new CompletableFuture<>();

    TrainingRun(Workshop workshop, JobBook book, Resource job) {
        this.workshop = workshop;
        this.book = book;
        this.job = job;
        this.folder = workshop.folder(job.name());
        this.metrics = new Metrics(
                job.description().at("/AlgorithmSpecification/MetricDefinitions"),
                workshop.home().metrics(job.name()),
                workshop.clock());
    }

    CompletableFuture<StopCause> stopping() {
        return stop;
    }

    /** Asks the run to end early; the first cause counts. */
    void stop(StopCause cause) {
        stop.complete(cause);
    }

    /** What the metrics show by now. */
    void showMetrics(ObjectNode description) {
        metrics.show(description);
    }

    void run() throws IOException {
        try {
            book.move(job.name(), Phase.DOWNLOADING, description -> description.put("TrainingStartTime", book.now()));
            folder.prepare(job.description());
            Checkpoints checkpoints =
                    new Checkpoints(workshop.objects(), job.description().path("CheckpointConfig"), folder);
            if (downloaded(checkpoints) && !stop.isDone()) {
                train(checkpoints);
            } else if (stop.isDone()) {
                stopped(stop.join());
            }
        } finally {
            if (stop.getNow(StopCause.REQUESTED) != StopCause.CLOSING) {
                folder.delete();
            }
            // The timer of the runtime limit must not outlive the run by days.
            stop.cancel(false);
        }
    }

    /** Ends a run that never got a place. */
    void stoppedWhileWaiting() {
        if (stop.join() != StopCause.CLOSING) {
            book.move(job.name(), Phase.STOPPED, this::end);
        }
    }

    private boolean downloaded(Checkpoints checkpoints) {
        try {
            new Channels(workshop.objects()).download(job.description().path("InputDataConfig"), folder);
            checkpoints.restore();
            return true;
        } catch (IOException e) {
            fail(Facts.text("data-download-failed", e.getMessage()));
            return false;
        }
    }

    private void train(Checkpoints checkpoints) throws IOException {
        try (ContainerLog log = new ContainerLog(workshop.home().trainingLog(job.name()))) {
            book.launched(job.name());
            RunningContainer container = start(log);
            book.move(job.name(), Phase.TRAINING);
            Duration limit = Duration.ofSeconds(job.description()
                    .at("/StoppingCondition/MaxRuntimeInSeconds")
                    .asLong(86_400));
            stop.completeOnTimeout(StopCause.MAX_RUNTIME, limit.toMillis(), TimeUnit.MILLISECONDS);
            int code = attend(container, checkpoints);
            checkpoints.sync();
            finish(code);
        } catch (UnknownImageException e) {
            fail(Facts.text("cannot-pull-image"));
        }
    }

    private RunningContainer start(ContainerLog log) throws IOException {
        Container container = new Container(
                job.description().at("/AlgorithmSpecification/TrainingImage").asText(),
                "train",
                folder.root(),
                TrainingEnvironment.of(
                        job.description(), folder, workshop.account().region()),
                OptionalInt.empty());
        return workshop.containers().start(container, line -> {
            log.line(line);
            metrics.read(line);
        });
    }

    /** Waits for the container's own end or, once it is to stop, ends it; copies checkpoints meanwhile. */
    private int attend(RunningContainer container, Checkpoints checkpoints) throws IOException {
        long interval = workshop.timing().checkpointInterval().toMillis();
        while (!container.exit().isDone() && !stop.isDone()) {
            wait(CompletableFuture.anyOf(container.exit(), stop), interval);
            checkpoints.sync();
        }
        if (!container.exit().isDone()) {
            StopCause cause = stop.join();
            if (cause != StopCause.CLOSING) {
                book.move(job.name(), Phase.STOPPING);
            }
            Duration grace = cause == StopCause.CLOSING
                    ? workshop.timing().closeGrace()
                    : workshop.timing().stopGrace();
            container.terminate();
            wait(container.exit(), grace.toMillis());
        }
        container.kill();
        return container.exit().join();
    }

    private static void wait(CompletableFuture<?> future, long millis) {
        future.thenApply(done -> true)
                .completeOnTimeout(false, millis, TimeUnit.MILLISECONDS)
                .join();
    }

    private void finish(int code) {
        if (stop.isDone()) {
            stopped(stop.join());
        } else if (code == 0) {
            complete();
        } else {
            String reason = Facts.text("algorithm-error", folder.failure(), code);
            upload(reason);
            fail(reason);
        }
    }

    private void complete() {
        book.move(job.name(), Phase.UPLOADING);
        if (upload("")) {
            book.move(job.name(), Phase.COMPLETED, this::end);
        }
    }

    private void stopped(StopCause cause) {
        switch (cause) {
            case CLOSING -> {}
            case REQUESTED -> {
                upload("");
                book.move(job.name(), Phase.STOPPED, this::end);
            }
            case MAX_RUNTIME -> {
                upload("");
                book.move(job.name(), Phase.MAX_RUNTIME_EXCEEDED, this::end);
            }
        }
    }

    /** Uploads the artifacts; where that fails, the job fails for it unless it already fails for another reason. */
    private boolean upload(String failure) {
        try {
            String model = new Artifacts(workshop.objects())
                    .upload(job.name(), job.description().path("OutputDataConfig"), folder);
            book.note(
                    job.name(),
                    description -> description.putObject("ModelArtifacts").put("S3ModelArtifacts", model));
            return true;
        } catch (IOException e) {
            if (failure.isEmpty()) {
                fail(Facts.text("upload-failed", e.getMessage()));
            }
            return false;
        }
    }

    private void fail(String reason) {
        book.move(job.name(), Phase.FAILED, description -> end(description.put("FailureReason", reason)));
    }

    private void end(ObjectNode description) {
        BigDecimal now = book.now();
        metrics.show(description);
        if (description.has("TrainingStartTime")) {
            description.put("TrainingEndTime", now);
            long seconds = Duration.between(
                            Json.instant(description.get("TrainingStartTime")),
                            workshop.clock().instant())
                    .plusMillis(999)
                    .toSeconds();
            description.put("TrainingTimeInSeconds", Math.max(1, seconds));
            description.put("BillableTimeInSeconds", Math.max(1, seconds));
        }
    }
}
