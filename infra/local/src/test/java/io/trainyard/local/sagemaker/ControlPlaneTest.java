package io.trainyard.local.sagemaker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.sagemaker.model.EndpointConfigSummary;
import software.amazon.awssdk.services.sagemaker.model.TrainingJobStatus;
import software.amazon.awssdk.services.sagemaker.model.TrainingJobSummary;

/** What holds for every operation: refusals by the model, unsupported operations, lists, tags, counts. */
class ControlPlaneTest {

    @TempDir
    Path home;

    TestAccount account;

    @BeforeEach
    void open() throws IOException {
        account = new TestAccount(home);
        account.object("data/train/rows.csv", "1\n");
        account.object("models/for-serving/output/model.tar.gz", "never unpacked here");
    }

    @AfterEach
    void close() {
        account.close();
    }

    @Test
    void namesEveryViolationOfTheModel() {
        assertThat(account.raw("CreateTrainingJob", """
                {"TrainingJobName": "under_score", "RoleArn": "arn:aws:iam::123456789012:role/x",
                 "AlgorithmSpecification": {"TrainingInputMode": "Tape"},
                 "OutputDataConfig": {"S3OutputPath": "s3://b/o"}, "StoppingCondition": {"MaxRuntimeInSeconds": 0},
                 "ResourceConfig": {"InstanceType": "ml.m5.tiny", "InstanceCount": 1, "VolumeSizeInGB": 1}}"""))
                .startsWith("400 {\"__type\":\"ValidationException\",\"message\":\"4 validation errors detected: "
                        + "Value 'under_score' at 'trainingJobName' failed to satisfy constraint: Member must satisfy regular"
                        + " expression pattern: ^[a-zA-Z0-9](-*[a-zA-Z0-9]){0,62}; ")
                .contains(
                        "Value 'Tape' at 'algorithmSpecification.trainingInputMode' failed to satisfy constraint: Member must"
                                + " satisfy enum value set: [Pipe, File, FastFile]")
                .contains(
                        "Value 'ml.m5.tiny' at 'resourceConfig.instanceType' failed to satisfy constraint: Member must satisfy"
                                + " enum value set: [ml.m4.xlarge, ")
                .contains(
                        "Value '0' at 'stoppingCondition.maxRuntimeInSeconds' failed to satisfy constraint: Member must have"
                                + " value greater than or equal to 1");
    }

    @Test
    void refusesWhatItDoesNotHaveByName() {
        assertThat(account.raw("CreateHyperParameterTuningJob", "{}"))
                .contains("CreateHyperParameterTuningJob is not supported by the local account");
        assertThat(account.raw("Nonsense", "{}")).contains("UnknownOperationException");
    }

    @Test
    void refusesAWrongTypeAsASerializationError() {
        assertThat(account.raw("DescribeTrainingJob", "{\"TrainingJobName\": 7}"))
                .isEqualTo(
                        "400 {\"__type\":\"SerializationException\",\"message\":\"NUMBER_VALUE can not be converted to a String\"}");
        assertThat(account.raw("DescribeTrainingJob", "[")).contains("SerializationException");
    }

    @Test
    void countsCallsAndRefusalsPerOperation() {
        account.raw("DescribeTrainingJob", "{\"TrainingJobName\": \"nobody\"}");
        account.raw("DescribeTrainingJob", "{\"TrainingJobName\": \"nobody\"}");

        assertThat(account.part.calls("DescribeTrainingJob")).isEqualTo(2);
        assertThat(account.counted()).startsWith("{\"calls\":{\"DescribeTrainingJob\":2}");
        assertThat(home.resolve("sagemaker/calls.json"))
                .hasContent(
                        "{\"calls\":{\"DescribeTrainingJob\":2},\"refused\":{\"DescribeTrainingJob:ValidationException\":2}}");
    }

    @Test
    void listsByNameAndStatusInPages() {
        Serving.configure(account, "kept", Map.of());
        IntStream.range(0, 5).forEach(i -> Serving.configure(account, "page-" + i, Map.of()));
        var pages = account.sageMaker.listEndpointConfigsPaginator(request ->
                request.nameContains("page-").maxResults(2).sortBy("Name").sortOrder("Ascending"));

        assertThat(pages.stream().count()).isEqualTo(3);
        assertThat(pages.endpointConfigs().stream().map(EndpointConfigSummary::endpointConfigName))
                .containsExactly("page-0", "page-1", "page-2", "page-3", "page-4");
    }

    @Test
    void listsTrainingJobsByStatus() {
        Jobs.create(account.sageMaker, "good", Map.of());
        Jobs.create(account.sageMaker, "bad", Map.of("mode", "fail"));
        Jobs.ended(account.sageMaker, "good");
        Jobs.ended(account.sageMaker, "bad");

        assertThat(account.sageMaker
                        .listTrainingJobs(request -> request.statusEquals(TrainingJobStatus.FAILED))
                        .trainingJobSummaries())
                .extracting(TrainingJobSummary::trainingJobName)
                .containsExactly("bad");
    }

    @Test
    void keepsTagsApartFromDescriptions() {
        Serving.configure(account, "tagged", Map.of());
        String arn = "arn:aws:sagemaker:eu-west-1:123456789012:model/tagged";
        account.sageMaker.addTags(request -> request.resourceArn(arn)
                .tags(tag -> tag.key("owner").value("ml"), tag -> tag.key("run").value("1")));
        account.sageMaker.deleteTags(request -> request.resourceArn(arn).tagKeys("run"));

        assertThat(account.sageMaker
                        .listTags(request -> request.resourceArn(arn))
                        .tags())
                .extracting(tag -> tag.key() + "=" + tag.value())
                .containsExactly("owner=ml");
        assertThat(account.raw("DescribeModel", "{\"ModelName\": \"tagged\"}")).doesNotContain("Tags");
    }

    @Test
    void namesTakenAndMissingResourcesAsAwsDoes() {
        Serving.configure(account, "once", Map.of());

        assertThat(account.raw("CreateModel", "{\"ModelName\": \"once\"}"))
                .contains(
                        "Cannot create already existing model \\\"arn:aws:sagemaker:eu-west-1:123456789012:model/once\\\".");
        assertThat(account.raw("CreateEndpointConfig", """
                {"EndpointConfigName": "once", "ProductionVariants": [{"VariantName": "a", "ModelName": "once", "InstanceType": "ml.m5.large"}]}"""))
                .contains("Cannot create already existing endpoint configuration \\\"arn:aws:sagemaker:");
        assertThat(account.raw("CreateEndpoint", "{\"EndpointName\": \"e\", \"EndpointConfigName\": \"none\"}"))
                .contains(
                        "Could not find endpoint configuration \\\"arn:aws:sagemaker:eu-west-1:123456789012:endpoint-config/none\\\".");
        assertThat(account.raw("DescribeModel", "{\"ModelName\": \"none\"}")).contains("Could not find model");
    }
}
