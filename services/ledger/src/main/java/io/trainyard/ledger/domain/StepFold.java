package io.trainyard.ledger.domain;

import io.trainyard.events.CapacityError;
import io.trainyard.events.EndpointDeploying;
import io.trainyard.events.EndpointReady;
import io.trainyard.events.Event;
import io.trainyard.events.JobDelayed;
import io.trainyard.events.ModelRegistered;
import io.trainyard.events.ModelRejected;
import io.trainyard.events.Releasing;
import io.trainyard.events.ReleasingFact;
import io.trainyard.events.StepFact;
import io.trainyard.events.StepFailure;
import io.trainyard.events.StepReleased;
import io.trainyard.events.TrainingCompleted;
import io.trainyard.events.TrainingFailed;
import io.trainyard.events.TrainingStarted;
import io.trainyard.events.route.Plan;
import io.trainyard.events.route.PlannedStep;
import io.trainyard.events.route.Position;
import io.trainyard.events.route.Release;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Folds the facts of each step, oldest first, into its state. */
final class StepFold {

    /** A record has to fit into 400 KB, and a step may be tried for days. */
    private static final int NEWEST_TRIES = 200;

    private final PlannedStep planned;
    private int attempt;
    private String state = "planned";
    private @Nullable String resource;
    private @Nullable String instanceType;
    private @Nullable Instant startedAt;
    private @Nullable Instant endedAt;
    private Map<String, Double> metrics = Map.of();
    private @Nullable Long billableSeconds;
    private @Nullable SpotUse spot;
    private final List<Tried> tries = new ArrayList<>();
    private List<String> leftOut = List.of();
    private @Nullable Instant waitsSince;
    private @Nullable Duration waited;

    private StepFold(PlannedStep planned) {
        this.planned = planned;
    }

    /** Every step of the plan, in one go over the events: a look at all of them for each step would grow with the square. */
    static List<StepState> of(JobFile file, int run, Plan plan) {
        var folds = new LinkedHashMap<String, StepFold>();
        plan.steps().forEach(step -> folds.put(step.step(), new StepFold(step)));
        for (Event event : file.ofRun(run)) {
            Instant at = event.metadata().occurredAt();
            if (event instanceof Releasing releasing) {
                for (Release next : releasing.route().next()) {
                    folds.get(next.step()).released(next.attempt(), at);
                    if (releasing.fact() instanceof StepReleased fact) {
                        folds.get(next.step()).leavesOut(fact.leftOut());
                    }
                }
            }
            if (event.fact() instanceof StepFact fact && folds.containsKey(fact.step())) {
                folds.get(fact.step()).heard(fact, at);
            }
        }
        boolean lost = file.position(run).map(Position::over).orElse(false);
        return folds.values().stream().map(fold -> fold.end(lost)).toList();
    }

    private void heard(StepFact fact, Instant at) {
        attempt = Math.max(attempt, fact.attempt());
        step(fact, at);
    }

    private void released(int number, Instant at) {
        if (number > attempt) {
            attempt = number;
            move("released");
            waitsNoLonger(at);
            startedAt = at;
        }
    }

    private void step(StepFact fact, Instant at) {
        details(fact);
        if (fact instanceof CapacityError error) {
            tries.add(Tried.of(error, at));
        }
        if (fact instanceof JobDelayed delayed) {
            leavesOut(delayed.leftOut());
            waitsSince = waitsSince == null ? at : waitsSince;
        }
        if (fact instanceof StepFailure) {
            end("failed", at);
        } else if (fact instanceof ReleasingFact) {
            end("done", at);
        } else if (fact instanceof JobDelayed || fact instanceof CapacityError) {
            move("waiting");
        } else if (fact.attempt() == attempt) {
            move("running");
            waitsNoLonger(at);
            startedAt = at;
        }
    }

    private void waitsNoLonger(Instant at) {
        if (waitsSince != null) {
            var wait = Duration.between(waitsSince, at);
            waited = waited == null ? wait : waited.plus(wait);
            waitsSince = null;
        }
    }

    private void leavesOut(@Nullable List<String> types) {
        if (types != null) {
            leftOut = types;
        }
    }

    private void details(StepFact fact) {
        switch (fact) {
            case TrainingStarted started -> {
                on(started.resource(), started.instanceType());
                if (endedAt == null && started.spot() != null) {
                    spot = SpotUse.running(started.spot());
                }
            }
            case TrainingCompleted completed -> {
                on(completed.resource(), completed.instanceType());
                metrics = completed.metrics();
                billableSeconds = completed.billableSeconds();
                spot = SpotUse.of(
                        completed, planned.spec().path("instanceCount").asInt(1), spot);
            }
            case TrainingFailed failed -> resource = failed.resource();
            case ModelRegistered registered -> {
                resource = registered.model();
                metrics = registered.metrics();
            }
            case ModelRejected rejected -> {
                resource = rejected.resource();
                metrics = rejected.metrics();
            }
            case EndpointDeploying deploying -> on(deploying.endpoint(), deploying.instanceType());
            case EndpointReady ready -> resource = ready.endpoint();
            default -> {
                // Says nothing of a resource.
            }
        }
    }

    private void on(String name, String type) {
        resource = name;
        instanceType = type;
    }

    private void end(String how, Instant at) {
        move(how);
        waitsNoLonger(at);
        endedAt = at;
    }

    /** What has ended stays ended, whichever clock was ahead. */
    private void move(String next) {
        if (endedAt == null) {
            state = next;
        }
    }

    private StepState end(boolean lost) {
        boolean open = endedAt == null && attempt > 0;
        return new StepState(
                planned.step(),
                planned.kind(),
                attempt,
                lost && open ? "stopped" : state,
                resource,
                instanceType,
                startedAt,
                endedAt,
                metrics,
                billableSeconds,
                spot,
                tries.subList(Math.max(0, tries.size() - NEWEST_TRIES), tries.size()),
                leftOut,
                waited == null ? null : waited.toSeconds());
    }
}
