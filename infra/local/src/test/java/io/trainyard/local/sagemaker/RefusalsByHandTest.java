package io.trainyard.local.sagemaker;

import static org.assertj.core.api.Assertions.assertThat;

import io.trainyard.local.front.AwsRequest;
import io.trainyard.local.sagemaker.wire.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.sagemaker.model.Tag;

/**
 * What AWS refuses that no model says: unknown names, taken names, wrong states, for each operation that names something.
 * The account has: the jobs {@code done}, {@code stopped} and {@code running}; a model with as many tags as it may have, a
 * configuration and an endpoint {@code served}; an endpoint {@code starting} that is still being created; and a configuration
 * {@code modelless} whose model is deleted.
 */
class RefusalsByHandTest {

    private static final String ARN = "arn:aws:sagemaker:eu-west-1:123456789012:";
    private static final String JOB = "\"RoleArn\":\"" + TestAccount.ROLE + "\",\"AlgorithmSpecification\":"
            + "{\"TrainingImage\":\"" + TestAccount.IMAGE + "\",\"TrainingInputMode\":\"File\"},\"OutputDataConfig\":"
            + "{\"S3OutputPath\":\"s3://ty-local-artifacts/o\"},\"StoppingCondition\":{\"MaxRuntimeInSeconds\":60},"
            + "\"ResourceConfig\":{\"InstanceType\":\"ml.m5.large\",\"InstanceCount\":1,\"VolumeSizeInGB\":1}";
    private static final String VARIANT =
            "\"ProductionVariants\":[{\"VariantName\":\"a\",\"InstanceType\":\"ml.m5.large\",\"ModelName\":\"%s\"}]";
    private static final String TRAIN = "{\"ChannelName\":\"train\",\"DataSource\":{\"S3DataSource\":"
            + "{\"S3DataType\":\"S3Prefix\",\"S3Uri\":\"s3://ty-local-artifacts/data/train/\"}}}";
    private static final String TABLE = "refusals-by-hand.csv";
    private static final int MOST_TAGS = 50;

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
        account.sageMaker.addTags(
                request -> request.resourceArn(ARN + "model/served").tags(fifty()));
        Serving.configure(account, "modelless", Map.of());
        account.sageMaker.deleteModel(request -> request.modelName("modelless"));
        Jobs.create(account.sageMaker, "stopped", Map.of("mode", "wait"));
        account.sageMaker.stopTrainingJob(request -> request.trainingJobName("stopped"));
        Jobs.ended(account.sageMaker, "stopped");
        Jobs.create(account.sageMaker, "running", Map.of("mode", "wait"));
        Serving.create(
                account, "starting", Map.of("WAIT_FOR", home.resolve("go").toString()));
    }

    private static List<Tag> fifty() {
        return IntStream.range(0, MOST_TAGS)
                .mapToObj(n -> Tag.builder().key("tag-" + n).value("").build())
                .toList();
    }

    @AfterAll
    static void close() throws IOException {
        Files.createFile(home.resolve("go"));
        account.close();
    }

    @ParameterizedTest(name = "{1}: {0}")
    @CsvFileSource(resources = TABLE, delimiter = '|', quoteCharacter = '\'')
    void answersInAwsWords(String what, String operation, String input, String error, String says) throws IOException {

        var answer = account.raw(operation, filled(input));

        assertThat(answer).startsWith("400 ");
        var refusal = Json.read(answer.substring(4).getBytes(StandardCharsets.UTF_8));
        assertThat(refusal.path("__type").asText()).isEqualTo(error);
        assertThat(refusal.path("message").asText()).startsWith(filled(says));
    }

    @ParameterizedTest(name = "InvokeEndpoint: {0}")
    @CsvSource(delimiter = '|', textBlock = """
            unknown name | none | main | ValidationError | Endpoint none of account 123456789012 not found.
            wrong state | starting | main | ValidationError | Endpoint starting of account 123456789012 not found.
            unknown variant | served | nobodys | ValidationError | Variant nobodys not found for endpoint served
            """)
    void answersInvocationsInAwsWords(String what, String endpoint, String variant, String error, String says) {
        var headers = Map.of("x-amzn-sagemaker-target-variant", variant);
        var answer = account.part.handle(
                new AwsRequest("POST", "/endpoints/" + endpoint + "/invocations", "", headers, new byte[] {'1'}));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.headers()).containsEntry("x-amzn-ErrorType", error);
        assertThat(new String(answer.body(), StandardCharsets.UTF_8)).contains(says);
    }

    @Test
    void leavesNoOperationOut() throws IOException {
        try (var table = RefusalsByHandTest.class.getResourceAsStream(TABLE)) {
            var rows = new String(table.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\\|")[1].strip())
                    .toList();

            System.out.printf(
                    "cases by hand: %d over %d operations%n",
                    rows.size(), Set.copyOf(rows).size());
            assertThat(Set.copyOf(rows)).isEqualTo(Set.copyOf(account.part.operations()));
        }
    }

    private static String filled(String text) {
        var one = VARIANT.formatted("served");
        return text.replace("$JOB", JOB)
                .replace("$WAITS", JOB.replace("Seconds\":60", "Seconds\":60,\"MaxWaitTimeInSeconds\":60"))
                .replace("$TRAIN", TRAIN)
                .replace("$SERVED1", one.substring(one.indexOf('[') + 1, one.lastIndexOf(']')))
                .replace("$SERVED", one)
                .replace("$NONE", VARIANT.formatted("none"))
                .replace("$ARN:", ARN);
    }
}
