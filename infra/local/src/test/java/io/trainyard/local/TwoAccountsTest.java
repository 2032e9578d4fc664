package io.trainyard.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.SqsException;

/** Two accounts of the same number and region, side by side in one process: two folders, two ports, nothing in common. */
class TwoAccountsTest {

    @TempDir
    Path folder;

    private RunningAccount one;
    private RunningAccount other;
    private Clients ofOne;
    private Clients ofOther;

    @BeforeEach
    void start() {
        one = RunningAccount.start(AccountOptions.in(folder.resolve("one")));
        other = RunningAccount.start(AccountOptions.in(folder.resolve("other")));
        ofOne = new Clients(one);
        ofOther = new Clients(other);
    }

    @AfterEach
    void stop() {
        ofOne.close();
        ofOther.close();
        one.close();
        other.close();
    }

    @Test
    void haveQueuesTablesAndObjectsOfTheSameNamesEachItsOwn() {
        fill(ofOne, "first");
        fill(ofOther, "second");

        holds(ofOne, "first");
        holds(ofOther, "second");
        assertThat(one.endpoint()).isNotEqualTo(other.endpoint());
    }

    @Test
    void doNotKnowEachOthersKeys() {
        try (var strayed =
                new Clients(other.endpoint(), one.admin().id(), one.admin().secret())) {
            assertThatThrownBy(() -> strayed.sqs().listQueues())
                    .isInstanceOf(SqsException.class)
                    .hasMessageContaining("The security token included in the request is invalid.");
        }
    }

    @Test
    void oneGoesAndComesBackWhileTheOtherStays() {
        fill(ofOne, "kept");
        fill(ofOther, "untouched");
        one.close();

        holds(ofOther, "untouched");

        ofOne.close();
        one = RunningAccount.start(AccountOptions.in(folder.resolve("one")));
        ofOne = new Clients(one);
        holds(ofOne, "kept");
    }

    private static void fill(Clients clients, String value) {
        var queue = clients.sqs().createQueue(it -> it.queueName("same")).queueUrl();
        clients.sqs().sendMessage(it -> it.queueUrl(queue).messageBody(value));
        clients.dynamodb()
                .createTable(it -> it.tableName("same")
                        .billingMode(BillingMode.PAY_PER_REQUEST)
                        .keySchema(key -> key.attributeName(value).keyType(KeyType.HASH))
                        .attributeDefinitions(key -> key.attributeName(value).attributeType(ScalarAttributeType.S)));
        clients.s3().createBucket(it -> it.bucket("same"));
        clients.s3().putObject(it -> it.bucket("same").key("k"), RequestBody.fromString(value));
    }

    private static void holds(Clients clients, String value) {
        var queue = clients.sqs().getQueueUrl(it -> it.queueName("same")).queueUrl();
        assertThat(clients.sqs()
                        .receiveMessage(it -> it.queueUrl(queue).visibilityTimeout(0))
                        .messages())
                .extracting(Message::body)
                .containsExactly(value);
        assertThat(clients.dynamodb()
                        .describeTable(it -> it.tableName("same"))
                        .table()
                        .keySchema()
                        .getFirst()
                        .attributeName())
                .isEqualTo(value);
        assertThat(clients.s3()
                        .getObjectAsBytes(it -> it.bucket("same").key("k"))
                        .asUtf8String())
                .isEqualTo(value);
    }
}
