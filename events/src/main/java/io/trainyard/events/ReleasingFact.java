package io.trainyard.events;

/** A fact that may release steps: a run was opened, a step succeeded, or all branches are in. */
public sealed interface ReleasingFact extends Fact
        permits JobAccepted,
                TrainingCompleted,
                TuningCompleted,
                ProcessingCompleted,
                TransformCompleted,
                ModelRegistered,
                EndpointReady,
                ProbeCompleted,
                StepReleased,
                StepsCompleted {}
