package io.trainyard.tests.soak;

import com.fasterxml.jackson.databind.JsonNode;
import io.trainyard.cli.account.RunningAccount;
import io.trainyard.cli.api.Api;
import io.trainyard.tests.mortal.MortalAccount;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sagemaker.SageMakerClient;
import software.amazon.awssdk.services.sagemaker.model.SecondaryStatus;
import software.amazon.awssdk.services.sagemaker.model.SecondaryStatusTransition;
import software.amazon.awssdk.services.sagemaker.model.TrainingJobSummary;

/**
 * What was done for the jobs, as the account has counted it across all its lives.
 *
 * @param calls by operation, refused ones included
 * @param refused by operation and error
 * @param trainings how many training jobs there are
 * @param launches how often a {@code train} container was started
 * @param relaunched training jobs whose container was started more than once
 * @param trainedAgain training jobs whose container was started again after it had ended: never
 */
record Counts(
        Map<String, Long> calls,
        Map<String, Long> refused,
        int trainings,
        long launches,
        long relaunched,
        List<String> trainedAgain) {

    private static final String CREATE = "CreateTrainingJob";

    static Counts of(MortalAccount account) {
        JsonNode witness = new Api(account.running().endpoint()).get("/_trainyard/sagemaker/calls");
        Map<String, Long> launches = numbers(witness.path("launches"));
        try (var sagemaker = client(account.running())) {
            List<String> names =
                    sagemaker.listTrainingJobsPaginator(list -> list.maxResults(100)).trainingJobSummaries().stream()
                            .map(TrainingJobSummary::trainingJobName)
                            .toList();
            return new Counts(
                    numbers(witness.path("calls")),
                    numbers(witness.path("refused")),
                    names.size(),
                    launches.values().stream().mapToLong(Long::longValue).sum(),
                    launches.values().stream().filter(count -> count > 1).count(),
                    names.stream()
                            .filter(name -> wasTrainedAgain(sagemaker, name))
                            .toList());
        }
    }

    long creates() {
        return calls.getOrDefault(CREATE, 0L);
    }

    /** Creates that made a training job: those that were not refused. */
    long accepted() {
        return creates()
                - refused.entrySet().stream()
                        .filter(entry -> entry.getKey().startsWith(CREATE + ":"))
                        .mapToLong(Map.Entry::getValue)
                        .sum();
    }

    private static boolean wasTrainedAgain(SageMakerClient sagemaker, String name) {
        boolean ended = false;
        for (SecondaryStatusTransition transition :
                sagemaker.describeTrainingJob(job -> job.trainingJobName(name)).secondaryStatusTransitions()) {
            if (ended && transition.status() == SecondaryStatus.TRAINING) {
                return true;
            }
            ended |= transition.status() == SecondaryStatus.UPLOADING;
        }
        return false;
    }

    private static SageMakerClient client(RunningAccount account) {
        var key = AwsBasicCredentials.create(account.accessKeyId(), account.secretAccessKey());
        return SageMakerClient.builder()
                .endpointOverride(account.endpoint())
                .region(Region.of(account.region()))
                .credentialsProvider(StaticCredentialsProvider.create(key))
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build();
    }

    private static Map<String, Long> numbers(JsonNode object) {
        Map<String, Long> numbers = new TreeMap<>();
        object.properties()
                .forEach(entry -> numbers.put(entry.getKey(), entry.getValue().asLong()));
        return numbers;
    }
}
