package io.trainyard.local.sagemaker.training;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.trainyard.local.containers.Container;
import io.trainyard.local.containers.ContainerLog;
import io.trainyard.local.containers.Patience;
import io.trainyard.local.containers.RunningContainer;
import io.trainyard.local.containers.UnknownImageException;
import io.trainyard.local.sagemaker.records.Resource;
import io.trainyard.local.sagemaker.wire.Facts;
import io.trainyard.local.sagemaker.wire.Json;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * One run of one job's container, from download to upload, in the thread that calls {@link #run}.
 *
 * <p>A run that starts over after the account was restarted restores the last checkpoints and begins with the download; where
 * only the upload was left, or the stop, only that is done.
 */
final class TrainingRun {

    private final Workshop workshop;
    private final JobBook book;
    private final Resource job;
    private final TrainingFolder folder;
    private final Metrics metrics;
    private final JobEnding ending;
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
        this.ending = new JobEnding(workshop, book, job, folder, metrics);
    }

    Resource job() {
        return job;
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

    /** @throws IOException where this machine failed, not the job */
    void run() throws IOException {
        try {
            switch (job.text("SecondaryStatus")) {
                case "Stopping" -> ending.stopped(StopCause.REQUESTED);
                case "Uploading" -> uploadAgain();
                default -> whole();
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
        ending.stopped(stop.join());
    }

    /** Ends a run that this machine, not the job, has failed. */
    void broken(Exception cause) {
        if (stop.isCancelled() || stop.getNow(StopCause.REQUESTED) != StopCause.CLOSING) {
            ending.failed(Facts.text("internal-error", cause));
        }
    }

    private void uploadAgain() throws IOException {
        if (folder.isThere()) {
            ending.completed();
        } else {
            whole();
        }
    }

    /** A spot job whose instance is reclaimed goes on from its checkpoints as soon as there is another, until its wait is over. */
    private void whole() throws IOException {
        if (Supply.spot(job)) {
            stop.completeOnTimeout(StopCause.MAX_WAIT, secondsToWait(), TimeUnit.SECONDS);
        }
        boolean interrupted = false;
        do {
            Optional<String> nothing = workshop.supply().await(job, stop);
            if (stop.isDone()) {
                ending.stopped(stop.join());
                return;
            }
            if (nothing.isEmpty()) {
                interrupted = once();
            } else if (!interrupted) {
                ending.failed(nothing.get());
                return;
            } else {
                Patience.waited(stop, workshop.timing().checkpointInterval());
            }
        } while (interrupted);
    }

    private long secondsToWait() {
        Duration waited = Duration.between(
                Json.instant(job.description().get("CreationTime")),
                workshop.clock().instant());
        return Math.max(
                0,
                job.description().at("/StoppingCondition/MaxWaitTimeInSeconds").asLong() - waited.toSeconds());
    }

    /** One instance's work; whether the instance was reclaimed before the job had ended. */
    private boolean once() throws IOException {
        book.move(job.name(), Phase.DOWNLOADING, description -> description.put("TrainingStartTime", book.now()));
        folder.prepare(job.description());
        Checkpoints checkpoints =
                new Checkpoints(workshop.objects(), job.description().path("CheckpointConfig"), folder);
        if (!downloaded(checkpoints)) {
            return false;
        }
        if (stop.isDone()) {
            ending.stopped(stop.join());
            return false;
        }
        return train(checkpoints);
    }

    private boolean downloaded(Checkpoints checkpoints) {
        try {
            new Channels(workshop.objects()).download(job.description().path("InputDataConfig"), folder);
            checkpoints.restore();
            return true;
        } catch (IOException e) {
            ending.failed(Facts.text("data-download-failed", e.getMessage()));
            return false;
        }
    }

    private boolean train(Checkpoints checkpoints) throws IOException {
        try (ContainerLog log = new ContainerLog(workshop.home().trainingLog(job.name()))) {
            book.launched(job.name());
            Mishap crash = new Mishap(workshop.supply().crash(job));
            Mishap interruption = new Mishap(workshop.supply().interruption(job));
            RunningContainer container = start(line -> {
                log.line(line);
                metrics.read(line);
                crash.heard(line);
                interruption.heard(line);
            });
            book.move(job.name(), Phase.TRAINING);
            stop.completeOnTimeout(StopCause.MAX_RUNTIME, maxRuntimeInSeconds(), TimeUnit.SECONDS);
            CompletableFuture<Void> reclaimed = befall(container, crash, interruption);
            int code = attend(container, checkpoints, reclaimed);
            checkpoints.sync();
            if (reclaimed.isDone() && !stop.isDone()) {
                book.move(job.name(), Phase.INTERRUPTED);
                return true;
            }
            if (stop.isDone()) {
                ending.stopped(stop.join());
            } else if (code == 0) {
                ending.completed();
            } else {
                ending.crashed(code);
            }
        } catch (UnknownImageException e) {
            ending.failed(Facts.text("cannot-pull-image"));
        }
        return false;
    }

    /** Lets mishaps come over the container; done when its spot instance is reclaimed before its end. */
    private static CompletableFuture<Void> befall(RunningContainer container, Mishap crash, Mishap interruption) {
        crash.began();
        crash.struck().thenRun(container::kill);
        interruption.began();
        CompletableFuture<Void> reclaimed = new CompletableFuture<>();
        interruption.struck().thenRun(() -> {
            if (!container.exit().isDone()) {
                reclaimed.complete(null);
            }
        });
        return reclaimed;
    }

    private long maxRuntimeInSeconds() {
        return job.description()
                .at("/StoppingCondition/MaxRuntimeInSeconds")
                .asLong(TrainingRequestCheck.DEFAULT_MAX_RUNTIME);
    }

    private RunningContainer start(Consumer<String> lines) throws IOException {
        Container container = new Container(
                job.description().at("/AlgorithmSpecification/TrainingImage").asText(),
                "train",
                folder.root(),
                TrainingEnvironment.of(
                        job.description(), folder, workshop.account().region()),
                OptionalInt.empty());
        return workshop.containers().start(container, lines);
    }

    /** Waits for the container's own end or, once it is to stop, ends it; copies checkpoints meanwhile. */
    private int attend(RunningContainer container, Checkpoints checkpoints, CompletableFuture<Void> reclaimed)
            throws IOException {
        CompletableFuture<Object> over = CompletableFuture.anyOf(container.exit(), stop, reclaimed);
        Instant latest = workshop.clock().instant().plusSeconds(maxRuntimeInSeconds());
        while (!Patience.waited(over, workshop.timing().checkpointInterval())) {
            checkpoints.sync();
            if (workshop.clock().instant().isAfter(latest)) {
                stop(StopCause.MAX_RUNTIME);
            }
        }
        if (!container.exit().isDone()) {
            container.terminate();
            Patience.waited(
                    container.exit(),
                    stop.isDone() ? grace(stop.join()) : workshop.timing().stopGrace());
        }
        container.kill();
        return container.exit().join();
    }

    private Duration grace(StopCause cause) {
        if (cause == StopCause.CLOSING) {
            return workshop.timing().closeGrace();
        }
        book.move(job.name(), Phase.STOPPING);
        return workshop.timing().stopGrace();
    }
}
