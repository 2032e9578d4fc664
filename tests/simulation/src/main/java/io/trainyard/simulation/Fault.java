package io.trainyard.simulation;

/** What goes wrong, and how often it did. */
enum Fault {
    /** A handler dies before a port call. */
    KILLED_BEFORE_CALL,
    /** A handler dies after a port call took effect and before it knows. */
    KILLED_AFTER_CALL,
    /** A port call fails and says so. */
    CALL_FAILED,
    /** A message is delivered twice. */
    DUPLICATED,
    /** A message is delivered long after later ones. */
    LATE,
    /** SageMaker changes a state and its event never comes. */
    SAGEMAKER_EVENT_LOST,
    /** SageMaker's event comes before its create call has returned. */
    SAGEMAKER_EVENT_EARLY,
    /** Another message is handled in the middle of a handler. */
    INTERLEAVED,
    /** A message is received for the last time and parked, to be replayed by a person. */
    PARKED,
    /** A person cancels the job. */
    CANCELLED,
    /** A person asks for the job's endpoint to be taken down. */
    RETIRE_REQUESTED,
    /** A person resumes a failed job. */
    RESUMED,
    /** A create call answers that there is no capacity, or no quota. */
    NO_CAPACITY_AT_CREATE,
    /** A training job or an endpoint fails later because there was no capacity, or its spot instance was reclaimed. */
    NO_CAPACITY_LATER,
    /** A step is parked after its whole ladder was climbed in vain. */
    WAITED_FOR_CAPACITY,
    /** A step gives up waiting for capacity. */
    CAPACITY_EXHAUSTED,
    /** A person ends the waits of a job. */
    RETRIED_NOW,
    /** A training job fails by the caller's fault. */
    TRAINING_FAILED,
    /** An endpoint fails to come into service. */
    ENDPOINT_FAILED,
    /** The ledger hears nothing for a while. */
    LEDGER_DOWN
}
