package io.trainyard.notices.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.trainyard.events.MessageParked;
import io.trainyard.events.Unrouted;
import io.trainyard.events.json.Json;
import io.trainyard.fakes.AwsAnswer;
import io.trainyard.fakes.AwsStub;
import io.trainyard.fakes.CalledFunction;
import io.trainyard.lambda.FunctionContract;
import io.trainyard.lambda.FunctionOnStub;
import io.trainyard.lambda.Releases;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sns.SnsClient;

class NoticesFunctionTest extends FunctionContract {

    private static final String TAKEN = """
            <PublishResponse xmlns="http://sns.amazonaws.com/doc/2010-03-31/"><PublishResult><MessageId>m</MessageId>\
            </PublishResult></PublishResponse>""";
    private static final String REFUSED = """
            <ErrorResponse xmlns="http://sns.amazonaws.com/doc/2010-03-31/"><Error><Type>Sender</Type>\
            <Code>NotFound</Code><Message>Topic does not exist</Message></Error></ErrorResponse>""";

    @Override
    protected CalledFunction open(AwsStub where) {
        var sns = where.client(SnsClient.builder());
        return new FunctionOnStub(
                "notices",
                where,
                parts -> new NoticesParts()
                        .messages(
                                parts.dynamo(),
                                new SnsTopic(sns, parts.deployment().topicArn()),
                                parts.config(),
                                () -> "docs/runbooks",
                                Clock.systemUTC(),
                                () -> "owner"));
    }

    @Override
    protected String work() {
        var fact = new MessageParked("training", "job-accepted", "TimeoutException: 30 s", "f00", null, "train");
        return delivered("trainyard.dead-letters", new Unrouted(Releases.metadata(), fact));
    }

    @BeforeEach
    void take() {
        aws.answers("Publish", AwsAnswer.text(200, Map.of(), TAKEN));
    }

    @Test
    void claimsTheNoticePublishesItAndThenMarksItAsSent() {
        assertThat(failures(hear(work()))).isEmpty();

        assertThat(did()).containsExactly("UpdateItem claim", "Publish", "UpdateItem claim");
        assertThat(calls("Publish"))
                .singleElement()
                .asString()
                .contains("ty-test", "A+message+of+training", "message-parked.md");
    }

    @Test
    void publishesNothingThatIsKnownToBeSent() {
        var there = Map.of(
                "__type", "ConditionalCheckFailedException",
                "message", "The conditional request failed",
                "Item", Map.of("sent", Map.of("BOOL", true)));
        aws.answers("UpdateItem", AwsAnswer.text(400, Map.of(), Json.write(there)));

        assertThat(failures(hear(work()))).isEmpty();
        assertThat(did()).containsExactly("UpdateItem claim");
    }

    @Test
    void aNoticeThatTheTopicDoesNotTakeComesAgainUnmarked() {
        aws.answers("Publish", AwsAnswer.text(404, Map.of(), REFUSED));

        assertThat(failures(hear(work()))).containsExactly("m1");
        assertThat(did()).containsExactly("UpdateItem claim", "Publish");
    }
}
