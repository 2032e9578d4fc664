package io.trainyard.events;

/** A fact of a run that releases nothing. */
public sealed interface StandingFact extends Fact
        permits TrainingStarted,
                TrainingFailed,
                TuningFailed,
                ProcessingFailed,
                TransformFailed,
                ModelRejected,
                EndpointDeploying,
                EndpointFailed,
                EndpointRolledBack,
                CapacityError,
                JobDelayed,
                CapacityExhausted,
                JobCompleted,
                JobFailed,
                JobCancelled {}
