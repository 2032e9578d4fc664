package io.trainyard.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.trainyard.local.containers.Archive;
import io.trainyard.local.sagemaker.SampleContainer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.sagemaker.model.EndpointStatus;
import software.amazon.awssdk.services.sagemaker.model.TrainingJobStatus;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

/**
 * {@code state/layout-1.tar.gz} is the folder of an account of the first layout, killed with SIGKILL in the middle of two trainings. Filled
 * through the AWS SDK: a queue with a message that was received once, a table, a bucket, a schedule, a topic, a bus with a rule, a
 * trained job, a model, an endpoint in service.
 */
class OldStateTest {

    @TempDir
    Path folder;

    private RunningAccount account;
    private Clients clients;

    @BeforeEach
    void startOverTheOldFolder() throws Exception {
        var home = folder.resolve("home");
        try (var old = OldStateTest.class.getResourceAsStream("/state/layout-1.tar.gz")) {
            Archive.unpack(old, home);
        }
        account = RunningAccount.start(AccountOptions.in(home).withContainers(images()));
        clients = new Clients(account);
        assertThat(home.resolve("version")).hasContent("2");
    }

    @AfterEach
    void stop() {
        clients.close();
        account.close();
    }

    @Test
    void keepsMessagesItemsObjectsSchedulesTopicsAndRules() {
        var message = receive();
        assertThat(message.body()).isEqualTo("order-1");
        assertThat(message.messageAttributes().get("kind").stringValue()).isEqualTo("new");
        assertThat(message.attributes().get(MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT))
                .isEqualTo("2");
        assertThat(clients.dynamodb()
                        .getItem(it -> it.tableName("orders").key(Map.of("pk", text("order-1"), "sk", text("line-1"))))
                        .item()
                        .get("amount")
                        .n())
                .isEqualTo("12.5");
        assertThat(clients.s3()
                        .getObjectAsBytes(it -> it.bucket("orders").key("data/train.csv"))
                        .asUtf8String())
                .isEqualTo("a,b\n1,2\n");
        assertThat(clients.scheduler()
                        .getSchedule(it -> it.groupName("orders").name("later"))
                        .scheduleExpression())
                .isEqualTo("at(2099-01-01T00:00:00)");
        assertThat(clients.sns()
                        .listSubscriptionsByTopic(it -> it.topicArn("arn:aws:sns:eu-west-1:123456789012:orders"))
                        .subscriptions())
                .hasSize(1);
        assertThat(clients.events()
                        .listTargetsByRule(it -> it.eventBusName("orders").rule("new"))
                        .targets())
                .hasSize(1);
    }

    @Test
    void goesOnWithTrainingsAndEndpoints() {
        for (var job : List.of("interrupted", "running", "trained")) {
            var ended = Waiting.until(
                    () -> clients.sagemaker().describeTrainingJob(it -> it.trainingJobName(job)),
                    it -> it.trainingJobStatus() != TrainingJobStatus.IN_PROGRESS);
            assertThat(ended.trainingJobStatus()).as(ended.failureReason()).isEqualTo(TrainingJobStatus.COMPLETED);
            assertThat(ended.trainingJobArn())
                    .isEqualTo("arn:aws:sagemaker:eu-west-1:123456789012:training-job/" + job);
        }
        assertThat(clients.sagemaker()
                        .describeEndpoint(it -> it.endpointName("serving"))
                        .endpointStatus())
                .isEqualTo(EndpointStatus.IN_SERVICE);
    }

    private Message receive() {
        var url = clients.sqs().getQueueUrl(it -> it.queueName("orders")).queueUrl();
        return clients.sqs()
                .receiveMessage(it -> it.queueUrl(url)
                        .waitTimeSeconds(5)
                        .messageAttributeNames("All")
                        .messageSystemAttributeNames(MessageSystemAttributeName.ALL))
                .messages()
                .getFirst();
    }

    private Path images() throws Exception {
        var classes = Path.of(SampleContainer.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        Files.writeString(folder.resolve("train.sh"), """
                case $3 in
                  serve) exec "$1" -cp "$2" %s serve ;;
                  *) echo trained > "$SAGEMAKER_BASE_DIR/model/model.txt" ;;
                esac
                """.formatted(SampleContainer.class.getName()));
        return Files.writeString(folder.resolve("images.yaml"), """
                images:
                  - image: trainyard/noop
                    command: [/bin/sh, "${folder}/train.sh", "${java.home}/bin/java", "%s"]
                """.formatted(classes));
    }

    private static AttributeValue text(String value) {
        return AttributeValue.fromS(value);
    }
}
