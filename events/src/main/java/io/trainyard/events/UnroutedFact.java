package io.trainyard.events;

/** A fact outside any run's route. */
public sealed interface UnroutedFact extends Fact
        permits JobRequested,
                JobRejected,
                JobCancelRequested,
                JobResumeRequested,
                JobRetryRequested,
                JobNudgeRequested,
                JobDeadlinePassed,
                EndpointRetireRequested,
                EndpointRetired,
                MessageParked,
                MessageUnparked {}
