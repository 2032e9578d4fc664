package io.trainyard.training.aws;

import io.trainyard.events.Failure;
import io.trainyard.events.FailureClass;
import io.trainyard.lambda.AwsRefusal;
import io.trainyard.lambda.Deployment;
import io.trainyard.lambda.ResourceTags;
import io.trainyard.steps.domain.AttemptKey;
import io.trainyard.training.app.TrainingJobs;
import io.trainyard.training.domain.TrainingJob;
import io.trainyard.training.domain.TrainingReport;
import io.trainyard.training.domain.TrainingTimes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.sagemaker.SageMakerClient;
import software.amazon.awssdk.services.sagemaker.model.DescribeTrainingJobResponse;
import software.amazon.awssdk.services.sagemaker.model.SageMakerException;
import software.amazon.awssdk.services.sagemaker.model.Tag;
import software.amazon.awssdk.services.sagemaker.model.TrainingJobStatus;
import software.amazon.awssdk.services.sagemaker.model.TrainingJobSummary;

/** Training jobs of SageMaker. */
public final class SageMakerTrainingJobs implements TrainingJobs {

    private final SageMakerClient client;
    private final Deployment deployment;

    /** @param deployment what the jobs run as, and in which network */
    public SageMakerTrainingJobs(SageMakerClient client, Deployment deployment) {
        this.client = client;
        this.deployment = deployment;
    }

    @Override
    public Optional<Failure> create(TrainingJob job) {
        try {
            client.createTrainingJob(CreateTrainingJobs.request(job, deployment));
            return Optional.empty();
        } catch (SageMakerException answer) {
            return refused(job, answer);
        }
    }

    @Override
    public Optional<TrainingReport> find(String name) {
        try {
            return Optional.of(report(client.describeTrainingJob(request -> request.trainingJobName(name))));
        } catch (SageMakerException answer) {
            if (AwsRefusal.of(answer) == AwsRefusal.NOT_FOUND) {
                return Optional.empty();
            }
            throw answer;
        }
    }

    @Override
    public List<String> running(String prefix) {
        return client
                .listTrainingJobsPaginator(
                        request -> request.nameContains(prefix).statusEquals(TrainingJobStatus.IN_PROGRESS))
                .trainingJobSummaries()
                .stream()
                .map(TrainingJobSummary::trainingJobName)
                .filter(name -> name.startsWith(prefix))
                .toList();
    }

    @Override
    public void stop(String name) {
        try {
            client.stopTrainingJob(request -> request.trainingJobName(name));
        } catch (SageMakerException answer) {
            AwsRefusal refusal = AwsRefusal.of(answer);
            // A job that has ended cannot be stopped: SageMaker says so with a ValidationException.
            if (refusal != AwsRefusal.NOT_FOUND && refusal != AwsRefusal.CALLER) {
                throw answer;
            }
        }
    }

    private Optional<Failure> refused(TrainingJob job, SageMakerException answer) {
        String cause = AwsRefusal.words(answer);
        return switch (AwsRefusal.of(answer)) {
            case ALREADY_EXISTS ->
                ours(job.key(), job.name())
                        ? Optional.empty()
                        : Optional.of(new Failure(
                                FailureClass.CALLER,
                                "A training job called " + job.name() + " exists and is not this job's: " + cause,
                                "Delete what was made by hand under the deployment's prefix, then resume the job."));
            case CALLER, NOT_FOUND ->
                Optional.of(new Failure(
                        FailureClass.CALLER, cause, "Mend the training section of the request and submit again."));
            case QUOTA ->
                Optional.of(new Failure(
                        FailureClass.QUOTA, cause, "Ask AWS for a higher quota, or name another instance type."));
            case CAPACITY ->
                Optional.of(new Failure(
                        FailureClass.CAPACITY,
                        cause,
                        "Name further instance types in the request, or try again later."));
            case AGAIN -> throw answer;
        };
    }

    @Override
    public boolean ours(AttemptKey key, String name) {
        String arn = client.describeTrainingJob(request -> request.trainingJobName(name))
                .trainingJobArn();
        Map<String, String> tags = new LinkedHashMap<>();
        client.listTags(request -> request.resourceArn(arn))
                .tags()
                .forEach((Tag tag) -> tags.put(tag.key(), tag.value()));
        return ResourceTags.show(tags, key);
    }

    private static TrainingTimes times(DescribeTrainingJobResponse answer) {
        int billable = answer.billableTimeInSeconds();
        Integer training = answer.trainingTimeInSeconds();
        long interruptions = answer.secondaryStatusTransitions().stream()
                .filter(change -> TrainingReport.INTERRUPTED.equals(change.statusAsString()))
                .count();
        return new TrainingTimes(
                billable, training == null ? billable : training, (int) interruptions, answer.trainingEndTime());
    }

    private static TrainingReport report(DescribeTrainingJobResponse answer) {
        Map<String, Double> metrics = new LinkedHashMap<>();
        answer.finalMetricDataList()
                .forEach(metric ->
                        metrics.put(metric.metricName(), metric.value().doubleValue()));
        return new TrainingReport(
                answer.trainingJobStatusAsString(),
                answer.secondaryStatusAsString(),
                answer.modelArtifacts() == null ? null : answer.modelArtifacts().s3ModelArtifacts(),
                metrics,
                answer.billableTimeInSeconds() == null ? null : times(answer),
                answer.failureReason());
    }
}
