package io.trainyard.local.sagemaker;

import static org.assertj.core.api.Assertions.assertThat;

import io.trainyard.local.front.AwsRequest;
import io.trainyard.local.sagemaker.wire.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What AWS refuses that no model says: unknown names, taken names, wrong states, for each operation that names something.
 * The account has: an ended job {@code done}; a model, a configuration and an endpoint {@code served}; and an endpoint
 * {@code starting} that is still being created.
 */
class RefusalsByHandTest {

    private static final String ARN = "arn:aws:sagemaker:eu-west-1:123456789012:";
    private static final String JOB = "\"RoleArn\":\"" + TestAccount.ROLE + "\",\"AlgorithmSpecification\":"
            + "{\"TrainingImage\":\"" + TestAccount.IMAGE + "\",\"TrainingInputMode\":\"File\"},\"OutputDataConfig\":"
            + "{\"S3OutputPath\":\"s3://ty-local-artifacts/o\"},\"StoppingCondition\":{\"MaxRuntimeInSeconds\":60},"
            + "\"ResourceConfig\":{\"InstanceType\":\"ml.m5.large\",\"InstanceCount\":1,\"VolumeSizeInGB\":1}";
    private static final String VARIANT =
            "\"ProductionVariants\":[{\"VariantName\":\"a\",\"InstanceType\":\"ml.m5.large\",\"ModelName\":\"%s\"}]";
    private static final Set<String> LISTS =
            Set.of("ListTrainingJobs", "ListModels", "ListEndpointConfigs", "ListEndpoints");

    @TempDir
    static Path home;

    static TestAccount account;

    @BeforeAll
    static void open() throws IOException {
        account = new TestAccount(home);
        account.object("data/train/rows.csv", "1\n");
        Serving.train(account);
        Jobs.create(account.sageMaker, "done", Map.of());
        Jobs.ended(account.sageMaker, "done");
        Serving.create(account, "served", Map.of());
        Serving.settled(account, "served");
        Serving.create(
                account, "starting", Map.of("WAIT_FOR", home.resolve("go").toString()));
    }

    @AfterAll
    static void close() throws IOException {
        Files.createFile(home.resolve("go"));
        account.close();
    }

    @ParameterizedTest(name = "{1}: {0}")
    @CsvSource(delimiter = '|', textBlock = """
            unknown name | DescribeTrainingJob | {"TrainingJobName":"none"} | ValidationException | Requested resource not found.
            unknown name | StopTrainingJob | {"TrainingJobName":"none"} | ValidationException | Requested resource not found.
            taken name | CreateTrainingJob | {"TrainingJobName":"done",$JOB} | ResourceInUse | Training job names must be unique within an AWS account and region, and a training job with this name already exists ($ARN:training-job/done)
            wrong state | StopTrainingJob | {"TrainingJobName":"done"} | ValidationException | The request was rejected because the training job is in status Completed
            unknown data | CreateTrainingJob | {"TrainingJobName":"new",$JOB,"InputDataConfig":[{"ChannelName":"train","DataSource":{"S3DataSource":{"S3DataType":"S3Prefix","S3Uri":"s3://ty-local-artifacts/none"}}}]} | ValidationException | No S3 objects found under S3 URL "s3://ty-local-artifacts/none" given in input data source.
            unknown name | DescribeModel | {"ModelName":"none"} | ValidationException | Could not find model "$ARN:model/none".
            unknown name | DeleteModel | {"ModelName":"none"} | ValidationException | Could not find model "$ARN:model/none".
            taken name | CreateModel | {"ModelName":"served"} | ValidationException | Cannot create already existing model "$ARN:model/served".
            unknown image | CreateModel | {"ModelName":"new","PrimaryContainer":{"Image":"nobodys:1"}} | ValidationException | Requested image nobodys:1 not found.
            unknown name | DescribeEndpointConfig | {"EndpointConfigName":"none"} | ValidationException | Could not find endpoint configuration "$ARN:endpoint-config/none".
            unknown name | DeleteEndpointConfig | {"EndpointConfigName":"none"} | ValidationException | Could not find endpoint configuration "$ARN:endpoint-config/none".
            taken name | CreateEndpointConfig | {"EndpointConfigName":"served",$SERVED} | ValidationException | Cannot create already existing endpoint configuration "$ARN:endpoint-config/served".
            unknown model | CreateEndpointConfig | {"EndpointConfigName":"new",$NONE} | ValidationException | Could not find model "$ARN:model/none".
            unknown name | DescribeEndpoint | {"EndpointName":"none"} | ValidationException | Could not find endpoint "$ARN:endpoint/none".
            unknown name | DeleteEndpoint | {"EndpointName":"none"} | ValidationException | Could not find endpoint "$ARN:endpoint/none".
            unknown name | UpdateEndpoint | {"EndpointName":"none","EndpointConfigName":"served"} | ValidationException | Could not find endpoint "$ARN:endpoint/none".
            taken name | CreateEndpoint | {"EndpointName":"served","EndpointConfigName":"served"} | ValidationException | Cannot create already existing endpoint "$ARN:endpoint/served".
            unknown config | CreateEndpoint | {"EndpointName":"new","EndpointConfigName":"none"} | ValidationException | Could not find endpoint configuration "$ARN:endpoint-config/none".
            unknown config | UpdateEndpoint | {"EndpointName":"served","EndpointConfigName":"none"} | ValidationException | Could not find endpoint configuration "$ARN:endpoint-config/none".
            wrong state | UpdateEndpoint | {"EndpointName":"starting","EndpointConfigName":"served"} | ValidationException | Cannot update in-progress endpoint "$ARN:endpoint/starting".
            wrong state | DeleteEndpoint | {"EndpointName":"starting"} | ValidationException | Cannot update in-progress endpoint "$ARN:endpoint/starting".
            unknown name | ListTags | {"ResourceArn":"$ARN:model/none"} | ValidationException | Could not find resource "$ARN:model/none".
            unknown name | AddTags | {"ResourceArn":"$ARN:model/none","Tags":[]} | ValidationException | Could not find resource "$ARN:model/none".
            unknown name | DeleteTags | {"ResourceArn":"$ARN:model/none","TagKeys":["a"]} | ValidationException | Could not find resource "$ARN:model/none".
            """)
    void answersInAwsWords(String what, String operation, String input, String error, String says) throws IOException {

        var answer = account.raw(operation, filled(input));

        assertThat(answer).startsWith("400 ");
        var refusal = Json.read(answer.substring(4).getBytes(StandardCharsets.UTF_8));
        assertThat(refusal.path("__type").asText()).isEqualTo(error);
        assertThat(refusal.path("message").asText()).startsWith(filled(says));
    }

    @ParameterizedTest(name = "InvokeEndpoint: {0}")
    @CsvSource(delimiter = '|', textBlock = """
            unknown name | none | ValidationError | Endpoint none of account 123456789012 not found.
            wrong state | starting | ValidationError | Endpoint starting of account 123456789012 not found.
            """)
    void answersInvocationsInAwsWords(String what, String endpoint, String error, String says) {
        var answer = account.part.handle(
                new AwsRequest("POST", "/endpoints/" + endpoint + "/invocations", "", Map.of(), new byte[] {'1'}));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.headers()).containsEntry("x-amzn-ErrorType", error);
        assertThat(new String(answer.body(), StandardCharsets.UTF_8)).contains(says);
    }

    @Test
    void leavesNoOperationOut() throws Exception {
        var table = RefusalsByHandTest.class
                .getDeclaredMethod(
                        "answersInAwsWords", String.class, String.class, String.class, String.class, String.class)
                .getAnnotation(CsvSource.class)
                .textBlock();
        var named = new TreeSet<String>();
        table.lines().map(line -> line.split("\\|")[1].strip()).forEach(named::add);

        var wanted = new TreeSet<>(account.part.operations());
        wanted.removeAll(LISTS);
        assertThat(named).isEqualTo(wanted);
    }

    private static String filled(String text) {
        return text.replace("$JOB", JOB)
                .replace("$SERVED", VARIANT.formatted("served"))
                .replace("$NONE", VARIANT.formatted("none"))
                .replace("$ARN:", ARN);
    }
}
