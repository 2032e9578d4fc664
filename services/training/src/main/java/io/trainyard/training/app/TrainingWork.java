package io.trainyard.training.app;

import io.trainyard.events.CapacityError;
import io.trainyard.events.Failure;
import io.trainyard.events.ResourceName;
import io.trainyard.events.TrainingCompleted;
import io.trainyard.events.TrainingFailed;
import io.trainyard.events.TrainingStarted;
import io.trainyard.events.json.Json;
import io.trainyard.events.request.TrainingSpec;
import io.trainyard.events.route.StepOutput;
import io.trainyard.steps.app.Attempts;
import io.trainyard.steps.app.Launch;
import io.trainyard.steps.app.Sighting;
import io.trainyard.steps.app.StepWork;
import io.trainyard.steps.domain.Attempt;
import io.trainyard.steps.domain.AttemptKey;
import io.trainyard.steps.domain.Outcome;
import io.trainyard.steps.domain.ResourceChange;
import io.trainyard.training.domain.TrainingFailures;
import io.trainyard.training.domain.TrainingJob;
import io.trainyard.training.domain.TrainingJob.Places;
import io.trainyard.training.domain.TrainingReport;
import io.trainyard.training.domain.TrainingTimes;
import java.util.List;
import java.util.Optional;

/** A training step: one SageMaker training job per attempt. */
public final class TrainingWork implements StepWork {

    private static final int HASH = 16;

    private final TrainingJobs jobs;
    private final SpotReports spotReports;
    private final String prefix;
    private final String bucket;

    /**
     * @param prefix of every resource name
     * @param bucket where artifacts go
     */
    public TrainingWork(TrainingJobs jobs, Checkpoints checkpoints, String prefix, String bucket) {
        this.jobs = jobs;
        this.spotReports = new SpotReports(checkpoints);
        this.prefix = prefix;
        this.bucket = bucket;
    }

    @Override
    public String kind() {
        return "training";
    }

    @Override
    public Optional<String> creates() {
        return Optional.of("CreateTrainingJob");
    }

    @Override
    public Launch launch(Attempt attempt) {
        TrainingJob job = job(attempt);
        Optional<Failure> refused = jobs.create(job);
        if (refused.isPresent()) {
            return new Launch.Ended(failed(attempt, refused.get()));
        }
        var key = attempt.key();
        return new Launch.Launched(
                new TrainingStarted(key.step(), key.attempt(), job.name(), job.instanceType(), job.spot()));
    }

    @Override
    public Sighting look(Attempt attempt) {
        return jobs.find(name(attempt)).map(report -> sighting(attempt, report)).orElseGet(Sighting.Absent::new);
    }

    @Override
    public Sighting read(Attempt attempt, ResourceChange change) {
        return TrainingReport.of(change.detail())
                .map(report -> sighting(attempt, report))
                .orElseGet(() -> look(attempt));
    }

    @Override
    public Outcome vanished(Attempt attempt) {
        return failed(attempt, TrainingFailures.vanished(name(attempt)));
    }

    @Override
    public Optional<Outcome> givenUp(Attempt attempt, Failure failure) {
        return Optional.of(failed(attempt, failure));
    }

    @Override
    public Sighting stop(Attempt attempt) {
        jobs.stop(name(attempt));
        return look(attempt);
    }

    @Override
    public void sweep(Attempts attempts) {
        for (String name : jobs.running(prefix + "-")) {
            ResourceName.parse(name)
                    .filter(parsed -> parsed.prefix().equals(prefix))
                    .map(AttemptKey::of)
                    .filter(key ->
                            attempts.find(key).filter(row -> row.state().open()).isEmpty())
                    .filter(key -> jobs.ours(key, name))
                    .ifPresent(orphan -> jobs.stop(name));
        }
    }

    @Override
    public Outcome adopt(Attempt attempt, Outcome.Succeeded older) {
        var fact = (TrainingCompleted) older.fact();
        var key = attempt.key();
        return new Outcome.Succeeded(
                new TrainingCompleted(
                        key.step(),
                        key.attempt(),
                        fact.resource(),
                        fact.artifact(),
                        fact.metrics(),
                        0,
                        fact.instanceType(),
                        null),
                older.output());
    }

    private Sighting sighting(Attempt attempt, TrainingReport report) {
        if (!report.ended()) {
            return new Sighting.Running();
        }
        return new Sighting.Ended(
                report.completed() ? completed(attempt, report) : failed(attempt, TrainingFailures.of(report)));
    }

    private Outcome completed(Attempt attempt, TrainingReport report) {
        TrainingJob job = job(attempt);
        var key = attempt.key();
        String artifact = String.valueOf(report.artifact());
        TrainingTimes times = report.times() == null ? TrainingTimes.of(0) : report.times();
        return new Outcome.Succeeded(
                new TrainingCompleted(
                        key.step(),
                        key.attempt(),
                        job.name(),
                        artifact,
                        report.metrics(),
                        times.billable(),
                        job.instanceType(),
                        job.spot() ? spotReports.of(job, times) : null),
                StepOutput.trained(artifact, String.valueOf(job.spec().image()), report.metrics()));
    }

    private Outcome failed(Attempt attempt, Failure failure) {
        var key = attempt.key();
        return switch (failure.type()) {
            case CAPACITY, QUOTA -> {
                TrainingJob job = job(attempt);
                yield new Outcome.Deferred(new CapacityError(
                        key.step(),
                        key.attempt(),
                        failure,
                        job.instanceType(),
                        List.of(job.instanceType()),
                        job.spot()));
            }
            case CALLER, PLATFORM, OURS ->
                new Outcome.Failed(new TrainingFailed(key.step(), key.attempt(), name(attempt), failure));
        };
    }

    /** A create that answered "no capacity" to one owner may have succeeded for the one before: nothing of it may go on. */
    @Override
    public boolean clean(Attempt settled) {
        if (!(settled.outcome().orElseThrow() instanceof Outcome.Deferred)
                || settled.lease().isEnded()) {
            return true;
        }
        boolean running = look(settled) instanceof Sighting.Running;
        if (running) {
            jobs.stop(name(settled));
        }
        return !running;
    }

    private TrainingJob job(Attempt attempt) {
        TrainingSpec spec = Json.convert(attempt.planned().spec(), TrainingSpec.class);
        String climbed = attempt.release().instanceType();
        String type = climbed == null ? spec.instanceTypes().getFirst() : climbed;
        boolean asked = Boolean.TRUE.equals(spec.spot());
        Boolean onSpot = attempt.release().spot();
        String output = "s3://" + bucket + "/jobs/" + attempt.key().jobId() + "/";
        String checkpoints = output + "checkpoints/" + attempt.key().step() + "/"
                + attempt.contentHash().substring(0, HASH) + "/";
        return new TrainingJob(
                name(attempt),
                attempt.key(),
                spec,
                type,
                asked && !Boolean.FALSE.equals(onSpot),
                new Places(output, checkpoints));
    }

    private String name(Attempt attempt) {
        return attempt.key().resource(prefix);
    }
}
