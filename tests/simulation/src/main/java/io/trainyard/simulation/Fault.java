package io.trainyard.simulation;

/** What goes wrong and what people do, once in how many times, and how often it did. */
enum Fault {
    /** A handler dies before a port call. */
    KILLED_BEFORE_CALL(90),
    /** A handler dies after a port call took effect and before it knows. */
    KILLED_AFTER_CALL(90),
    /** A read or write of a table fails. */
    TABLE_FAILED(120),
    /** The bus takes nothing. */
    BUS_FAILED(90),
    /** The bus takes some entries of a call and refuses others. */
    BUS_TOOK_SOME(2),
    /** SageMaker refuses a call as too fast. */
    THROTTLED(40),
    /** Any other call fails. */
    CALL_FAILED(90),
    /** A call has its effect, its answer is lost, and the SDK makes it again. */
    ANSWER_LOST(150),
    /** A call waits before it has its effect, and the world goes on meanwhile. */
    CALL_HELD(60),
    /** A call has its effect and is answered late, and the world goes on meanwhile. */
    ANSWER_LATE(60),
    /** Another message is handled in the middle of a handler. */
    INTERLEAVED(14),
    /** A message is delivered twice. */
    DUPLICATED(6),
    /** A message is delivered long after later ones. */
    LATE(12),
    /** SageMaker changes a state and its event never comes. */
    SAGEMAKER_EVENT_LOST(5),
    /** SageMaker's event comes before its create call has returned. */
    SAGEMAKER_EVENT_EARLY(12),
    /** SageMaker's event comes twice. */
    SAGEMAKER_EVENT_DUPLICATED(8),
    /** SageMaker's event comes hours late. */
    SAGEMAKER_EVENT_DELAYED(12),
    /** SageMaker's event comes after the next one. */
    SAGEMAKER_EVENT_REORDERED(8),
    /** A create call answers that there is no instance of the type. */
    NO_CAPACITY_AT_CREATE(8),
    /** A training job or an endpoint fails later because there is no instance of its type. */
    NO_CAPACITY_LATER(8),
    /** An instance type has few or no instances for hours. */
    SHORTAGE(4),
    /** The account may have no instance of a type. */
    NO_QUOTA(10),
    /** A spot instance is reclaimed, and the job ends because none came back in time. */
    SPOT_RECLAIMED(6),
    /** A training job or an endpoint takes hours to begin. */
    SLOW_START(10),
    /** A training job or an endpoint never gets beyond its first status. */
    STUCK_START(25),
    /** A training job fails by the caller's fault. */
    TRAINING_FAILED(10),
    /** Somebody else stops a training job. */
    TRAINING_STOPPED(30),
    /** An endpoint fails to come into service. */
    ENDPOINT_FAILED(10),
    /** An endpoint is in service, and serves another model than it should. */
    SILENT_ROLLBACK(15),
    /** Somebody else deletes an endpoint that serves. */
    DELETED_BY_OTHERS(15),
    /** A service looks after what nobody tells of. */
    SWEPT(3),
    /** A message is received for the last time and parked. */
    PARKED(0),
    /** A person replays a parked message. */
    REPLAYED(0),
    /** A person replays a parked message a week later. */
    REPLAYED_A_WEEK_LATER(10),
    /** A person replays everything that waits, in handfuls. */
    REPLAYED_TOGETHER(12),
    /** A person gives a parked message up. */
    DISCARDED(4),
    /** A person cancels a run. */
    CANCELLED(5),
    /** A person cancels a run between the claim and the create call. */
    CANCELLED_MIDWAY(40),
    /** A person asks for a job's endpoint to be taken down. */
    RETIRE_REQUESTED(4),
    /** A person resumes a failed run. */
    RESUMED(2),
    /** A person resumes a failed run from a step that was done. */
    RESUMED_FROM(4),
    /** A person resumes a failed run with a changed spec. */
    RESUMED_WITH_CHANGES(4),
    /** A person ends the waits of a run. */
    RETRIED_NOW(3),
    /** A person asks for a run's last word to be said again. */
    NUDGED(4),
    /** SageMaker may be called only slowly. */
    FEW_TOKENS(4),
    /** A message waits for its turn to call SageMaker. */
    WAITED_FOR_A_TOKEN(0),
    /** A step is parked after its whole ladder was climbed in vain. */
    WAITED_FOR_CAPACITY(0),
    /** A step gives up waiting for capacity. */
    CAPACITY_EXHAUSTED(0),
    /** A request is sent a second time, hours later. */
    REQUESTED_AGAIN(8),
    /** A service does nothing but fail for a while. */
    SERVICE_DOWN(8);

    private final int oneIn;

    Fault(int oneIn) {
        this.oneIn = oneIn;
    }

    /** Once in so many times; 0 for what only follows from others. */
    int oneIn() {
        return oneIn;
    }
}
