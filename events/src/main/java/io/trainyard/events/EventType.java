package io.trainyard.events;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Every event by name: its fact, the version written today, and what it means. The catalogue is generated from here. */
public enum EventType {
    JOB_REQUESTED("job-requested", JobRequested.class, 1, "Please run this."),
    JOB_ACCEPTED("job-accepted", JobAccepted.class, 1, "The route is drawn and the first steps are released."),
    JOB_REJECTED("job-rejected", JobRejected.class, 1, "The request is refused, with every violation."),
    TRAINING_STARTED("training-started", TrainingStarted.class, 1, "SageMaker has taken the training job."),
    TRAINING_COMPLETED("training-completed", TrainingCompleted.class, 1, "The training job ended well."),
    TRAINING_FAILED("training-failed", TrainingFailed.class, 1, "The training step failed for good."),
    TUNING_COMPLETED(
            "tuning-completed", TuningCompleted.class, 1, "The tuning job ended well; its best trial is ready to run."),
    TUNING_FAILED("tuning-failed", TuningFailed.class, 1, "The tuning step failed for good."),
    PROCESSING_COMPLETED("processing-completed", ProcessingCompleted.class, 1, "The processing job ended well."),
    PROCESSING_FAILED("processing-failed", ProcessingFailed.class, 1, "The processing step failed for good."),
    TRANSFORM_COMPLETED("transform-completed", TransformCompleted.class, 1, "The batch transform ended well."),
    TRANSFORM_FAILED("transform-failed", TransformFailed.class, 1, "The batch transform failed for good."),
    MODEL_REGISTERED("model-registered", ModelRegistered.class, 1, "The model passed its gate and is registered."),
    MODEL_REJECTED("model-rejected", ModelRejected.class, 1, "The model did not pass its gate, with the numbers."),
    ENDPOINT_DEPLOYING(
            "endpoint-deploying", EndpointDeploying.class, 1, "The endpoint has its slot and is being created."),
    ENDPOINT_READY(
            "endpoint-ready",
            EndpointReady.class,
            1,
            "The endpoint answered a golden request with the expected model version."),
    ENDPOINT_FAILED(
            "endpoint-failed",
            EndpointFailed.class,
            1,
            "The endpoint could not be deployed or proven; nothing of it is left."),
    ENDPOINT_ROLLED_BACK(
            "endpoint-rolled-back", EndpointRolledBack.class, 1, "SageMaker went back to the model served before."),
    ENDPOINT_RETIRE_REQUESTED(
            "endpoint-retire-requested", EndpointRetireRequested.class, 1, "Please take the job's endpoint down."),
    ENDPOINT_RETIRED(
            "endpoint-retired",
            EndpointRetired.class,
            1,
            "The endpoint is gone, with its configuration, and its model unless a step can still serve it."),
    CAPACITY_ERROR("capacity-error", CapacityError.class, 1, "No capacity, no quota, or spot capacity reclaimed."),
    JOB_DELAYED("job-delayed", JobDelayed.class, 1, "A step waits; the next try is at the given time."),
    CAPACITY_EXHAUSTED(
            "capacity-exhausted",
            CapacityExhausted.class,
            1,
            "The deadline or the ladder of instance types is used up."),
    STEP_RELEASED("step-released", StepReleased.class, 1, "Steps may start, or start again."),
    STEPS_COMPLETED("steps-completed", StepsCompleted.class, 1, "All ends of a job with several are in."),
    JOB_CANCEL_REQUESTED(
            "job-cancel-requested", JobCancelRequested.class, 1, "Stop what runs for this run of the job."),
    JOB_RESUME_REQUESTED("job-resume-requested", JobResumeRequested.class, 1, "Open the next run of a failed job."),
    JOB_RETRY_REQUESTED(
            "job-retry-requested", JobRetryRequested.class, 1, "Wait no longer for capacity: try again now."),
    JOB_NUDGE_REQUESTED(
            "job-nudge-requested",
            JobNudgeRequested.class,
            1,
            "Say again what released the open steps of a run, or how it ended."),
    JOB_DEADLINE_PASSED("job-deadline-passed", JobDeadlinePassed.class, 1, "A run's deadline has come."),
    JOB_COMPLETED("job-completed", JobCompleted.class, 1, "Terminal: the run reached its end."),
    JOB_FAILED("job-failed", JobFailed.class, 1, "Terminal: the run is lost."),
    JOB_CANCELLED("job-cancelled", JobCancelled.class, 1, "Terminal: the run was cancelled."),
    PROBE_COMPLETED("probe-completed", ProbeCompleted.class, 1, "A step that does nothing is done."),
    MESSAGE_PARKED(
            "message-parked", MessageParked.class, 1, "A message reached a dead-letter queue and waits for a person."),
    MESSAGE_UNPARKED(
            "message-unparked",
            MessageUnparked.class,
            1,
            "A parked message was sent back to its service, or given up.");

    private static final Map<String, EventType> BY_NAME =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(EventType::eventName, Function.identity()));
    private static final Map<Class<? extends Fact>, EventType> BY_FACT =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(EventType::fact, Function.identity()));

    private final String eventName;
    private final Class<? extends Fact> fact;
    private final int version;
    private final String meaning;

    EventType(String eventName, Class<? extends Fact> fact, int version, String meaning) {
        this.eventName = eventName;
        this.fact = fact;
        this.version = version;
        this.meaning = meaning;
    }

    /** The detail-type on the bus. */
    public String eventName() {
        return eventName;
    }

    public Class<? extends Fact> fact() {
        return fact;
    }

    /** The version that is written today; readers keep the one before. */
    public int version() {
        return version;
    }

    public String meaning() {
        return meaning;
    }

    /** The type with that name on the bus; empty for a name that is not ours. */
    public static Optional<EventType> named(String eventName) {
        return Optional.ofNullable(BY_NAME.get(eventName));
    }

    public static EventType of(Fact fact) {
        return BY_FACT.get(fact.getClass());
    }
}
