package io.trainyard.local.sagemaker.training;

import io.trainyard.local.containers.Patience;
import io.trainyard.local.faults.Fault;
import io.trainyard.local.faults.FaultKind;
import io.trainyard.local.faults.Faults;
import io.trainyard.local.faults.Occasion;
import io.trainyard.local.sagemaker.records.Resource;
import io.trainyard.local.sagemaker.records.Shelf;
import io.trainyard.local.sagemaker.wire.Facts;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** The instances of training jobs: as many as anybody wants, but for what the account's faults say. */
public final class Supply {

    private static final String OPERATION = "CreateTrainingJob";
    private static final Duration GLANCE = Duration.ofMillis(50);
    private static final Duration SLOW = Duration.ofSeconds(10);

    private final Faults faults;
    private final Shelf jobs;

    public Supply(Faults faults, Shelf jobs) {
        this.faults = faults;
        this.jobs = jobs;
    }

    /** @throws io.trainyard.local.sagemaker.wire.Refusal where the account has no quota left for the job's instance type */
    void checkQuota(Resource job) {
        Occasion occasion = occasion(job);
        faults.on(FaultKind.QUOTA, occasion).ifPresent(fault -> {
            String usage = spot(job) ? " for spot training job usage" : " for training job usage";
            throw Facts.refusal(
                    "training-quota",
                    type(job) + usage,
                    fault.effect().limit().orElse(0),
                    occasion.used(),
                    occasion.wanted());
        });
    }

    /** Waits for the job's instance, no longer than until it is to stop; why there is none. */
    Optional<String> await(Resource job, CompletableFuture<?> stop) {
        faults.on(FaultKind.SLOW_START, occasion(job))
                .ifPresent(fault -> pause(fault, fault.effect().delay().orElse(SLOW), stop));
        faults.on(FaultKind.STUCK_START, occasion(job)).ifPresent(fault -> pause(fault, Duration.ofDays(28), stop));
        return faults.on(FaultKind.NO_CAPACITY, occasion(job)).map(fault -> Facts.text("training-capacity"));
    }

    /** When the job's container is to be killed. */
    Optional<Fault.Effect> crash(Resource job) {
        return faults.on(FaultKind.CRASH, occasion(job)).map(Fault::effect);
    }

    /** When the job's spot instance is to be reclaimed. */
    Optional<Fault.Effect> interruption(Resource job) {
        return spot(job) ? faults.on(FaultKind.SPOT_INTERRUPTION, occasion(job)).map(Fault::effect) : Optional.empty();
    }

    static boolean spot(Resource job) {
        return job.description().path("EnableManagedSpotTraining").asBoolean();
    }

    private void pause(Fault fault, Duration longest, CompletableFuture<?> stop) {
        long end = System.nanoTime() + longest.toNanos();
        while (System.nanoTime() < end && faults.isSet(fault) && !Patience.waited(stop, GLANCE)) {
            Thread.onSpinWait();
        }
    }

    private Occasion occasion(Resource job) {
        String type = type(job);
        int used = jobs.all().stream()
                .filter(other -> !other.name().equals(job.name()))
                .filter(other -> !Phase.last(other.text("TrainingJobStatus")))
                .filter(other -> type(other).equals(type) && spot(other) == spot(job))
                .mapToInt(Supply::count)
                .sum();
        return Occasion.of(OPERATION, job.name()).on(type, used, count(job));
    }

    private static int count(Resource job) {
        return job.description().at("/ResourceConfig/InstanceCount").asInt(1);
    }

    private static String type(Resource job) {
        return job.description().at("/ResourceConfig/InstanceType").asText();
    }
}
