package io.trainyard.local.sagemaker.training;

/** Why a running job is to end before its container does by itself. */
enum StopCause {
    /** StopTrainingJob was called. */
    REQUESTED,
    /** MaxRuntimeInSeconds is over. */
    MAX_RUNTIME,
    /** MaxWaitTimeInSeconds of a spot job is over. */
    MAX_WAIT,
    /** The account closes: the job goes on when it is back. */
    CLOSING
}
