package io.trainyard.lambda;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.trainyard.events.CapacityError;
import io.trainyard.events.CapacityExhausted;
import io.trainyard.events.EndpointDeploying;
import io.trainyard.events.EndpointFailed;
import io.trainyard.events.EndpointOf;
import io.trainyard.events.EndpointReady;
import io.trainyard.events.EndpointRetireRequested;
import io.trainyard.events.EndpointRetired;
import io.trainyard.events.EndpointRolledBack;
import io.trainyard.events.Failure;
import io.trainyard.events.FailureClass;
import io.trainyard.events.JobAccepted;
import io.trainyard.events.JobCancelRequested;
import io.trainyard.events.JobCancelled;
import io.trainyard.events.JobCompleted;
import io.trainyard.events.JobDeadlinePassed;
import io.trainyard.events.JobDelayed;
import io.trainyard.events.JobFailed;
import io.trainyard.events.JobNudgeRequested;
import io.trainyard.events.JobRejected;
import io.trainyard.events.JobRequested;
import io.trainyard.events.JobResumeRequested;
import io.trainyard.events.JobRetryRequested;
import io.trainyard.events.MessageParked;
import io.trainyard.events.MessageUnparked;
import io.trainyard.events.Metadata;
import io.trainyard.events.ModelRegistered;
import io.trainyard.events.ModelRejected;
import io.trainyard.events.ProbeCompleted;
import io.trainyard.events.ProcessingCompleted;
import io.trainyard.events.ProcessingFailed;
import io.trainyard.events.SpecChange;
import io.trainyard.events.SpotReport;
import io.trainyard.events.StepReleased;
import io.trainyard.events.StepsCompleted;
import io.trainyard.events.TrainingCompleted;
import io.trainyard.events.TrainingFailed;
import io.trainyard.events.TrainingStarted;
import io.trainyard.events.TransformCompleted;
import io.trainyard.events.TransformFailed;
import io.trainyard.events.TuningCompleted;
import io.trainyard.events.TuningFailed;
import io.trainyard.events.Violation;
import io.trainyard.events.json.Delivered;
import io.trainyard.events.json.WireRoute;
import io.trainyard.events.request.EndpointSpec;
import io.trainyard.events.request.Gate;
import io.trainyard.events.request.Golden;
import io.trainyard.events.request.JobRequest;
import io.trainyard.events.request.Mode;
import io.trainyard.events.request.ModelSpec;
import io.trainyard.events.request.StepRequest;
import io.trainyard.events.request.TrainingSpec;
import io.trainyard.events.route.Plan;
import io.trainyard.events.route.PlannedStep;
import io.trainyard.events.route.Position;
import io.trainyard.events.route.Release;
import io.trainyard.events.route.Route;
import io.trainyard.events.route.StepOutput;
import io.trainyard.steps.domain.AttemptKey;
import io.trainyard.steps.domain.Cause;
import io.trainyard.steps.domain.Lease;

/**
 * Everything that Jackson reads or writes in a function, named for the native image: reflection that is not registered works on the JVM
 * and fails there. Stands here because {@code events/} knows no Quarkus; a test compares it with the types themselves.
 */
@RegisterForReflection(
        targets = {
            AttemptKey.class,
            CapacityError.class,
            CapacityExhausted.class,
            Cause.class,
            Delivered.class,
            EndpointDeploying.class,
            EndpointFailed.class,
            EndpointOf.class,
            EndpointReady.class,
            EndpointRetireRequested.class,
            EndpointRetired.class,
            EndpointRolledBack.class,
            EndpointSpec.class,
            Failure.class,
            FailureClass.class,
            SpotReport.class,
            Gate.class,
            Golden.class,
            JobAccepted.class,
            JobCancelRequested.class,
            JobCancelled.class,
            JobCompleted.class,
            JobDeadlinePassed.class,
            JobDelayed.class,
            JobFailed.class,
            JobNudgeRequested.class,
            JobRejected.class,
            JobRequest.class,
            JobRequested.class,
            JobResumeRequested.class,
            JobRetryRequested.class,
            Lease.class,
            MessageParked.class,
            MessageUnparked.class,
            Metadata.class,
            Mode.class,
            ModelRegistered.class,
            ModelRejected.class,
            ModelSpec.class,
            Plan.class,
            PlannedStep.class,
            Position.class,
            ProbeCompleted.class,
            ProcessingCompleted.class,
            ProcessingFailed.class,
            Release.class,
            Route.class,
            SpecChange.class,
            StepOutput.class,
            StepReleased.class,
            StepRequest.class,
            StepsCompleted.class,
            TrainingCompleted.class,
            TrainingFailed.class,
            TrainingSpec.class,
            TrainingStarted.class,
            TransformCompleted.class,
            TransformFailed.class,
            TuningCompleted.class,
            TuningFailed.class,
            Violation.class,
            WireRoute.class,
            StoredAttempt.class,
            StoredAttempt.Result.class,
        },
        classNames = {"io.trainyard.events.json.WireDetail"})
final class ReflectedTypes {

    private ReflectedTypes() {}
}
