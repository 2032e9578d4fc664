package io.trainyard.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.EventBridgeException;
import software.amazon.awssdk.services.eventbridge.model.EventBus;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequestEntry;
import software.amazon.awssdk.services.eventbridge.model.ResourceNotFoundException;
import software.amazon.awssdk.services.eventbridge.model.Rule;
import software.amazon.awssdk.services.eventbridge.model.Target;

class EventBridgeTest extends AccountTestCase {

    private static final String QUEUE_ARN = "arn:aws:sqs:eu-west-1:123456789012:heard";

    @Test
    void bringsAMatchingEventWholeToTheQueueOfItsRule() throws Exception {
        try (var events = clients.events();
                var sqs = clients.sqs()) {
            var url = sqs.createQueue(queue -> queue.queueName("heard")).queueUrl();
            rule(events, "{\"detail-type\": [\"order-placed\"]}");

            var answer = events.putEvents(it -> it.entries(
                    entry("order-placed", "{\"n\": 7}")
                            .resources("arn:aws:x")
                            .time(Instant.parse("2026-01-02T03:04:05Z"))
                            .build(),
                    entry("order-lost", "{}").build()));

            var heard = sqs.receiveMessage(it -> it.queueUrl(url).maxNumberOfMessages(10))
                    .messages();
            assertThat(answer.failedEntryCount()).isZero();
            assertThat(heard).hasSize(1);
            assertThat(new ObjectMapper().readTree(heard.getFirst().body()))
                    .isEqualTo(new ObjectMapper()
                            .readTree("""
                                    {"version": "0", "id": "%s", "detail-type": "order-placed", "source": "acme.orders",
                                     "account": "123456789012", "time": "2026-01-02T03:04:05Z", "region": "eu-west-1",
                                     "resources": ["arn:aws:x"], "detail": {"n": 7}}""".formatted(answer.entries().getFirst().eventId())));
        }
    }

    @Test
    void whatATargetWithoutAQueueMissesGoesToItsDeadLetterQueueWithTheReason() throws Exception {
        try (var events = clients.events();
                var sqs = clients.sqs()) {
            var heard = sqs.createQueue(queue -> queue.queueName("heard")).queueUrl();
            var dead = sqs.createQueue(queue -> queue.queueName("heard-dlq")).queueUrl();
            var rule = events.putRule(it -> it.eventBusName("ty-local")
                            .name("heard")
                            .eventPattern("{\"detail-type\": [\"order-placed\"]}"))
                    .ruleArn();
            var target = Target.builder()
                    .id("q")
                    .arn(QUEUE_ARN)
                    .deadLetterConfig(it -> it.arn(QUEUE_ARN + "-dlq"))
                    .build();
            events.putTargets(it -> it.eventBusName("ty-local").rule("heard").targets(target));
            assertThat(events.listTargetsByRule(
                                    it -> it.eventBusName("ty-local").rule("heard"))
                            .targets())
                    .containsExactly(target);
            sqs.deleteQueue(it -> it.queueUrl(heard));

            var id = events.putEvents(
                            it -> it.entries(entry("order-placed", "{\"n\": 7}").build()))
                    .entries()
                    .getFirst()
                    .eventId();

            var messages = sqs.receiveMessage(
                            it -> it.queueUrl(dead).maxNumberOfMessages(10).messageAttributeNames("All"))
                    .messages();
            assertThat(messages).hasSize(1);
            assertThat(new ObjectMapper()
                            .readTree(messages.getFirst().body())
                            .path("id")
                            .asText())
                    .isEqualTo(id);
            var why = new TreeMap<String, String>();
            messages.getFirst().messageAttributes().forEach((name, value) -> why.put(name, value.stringValue()));
            assertThat(why)
                    .containsEntry("RULE_ARN", rule)
                    .containsEntry("TARGET_ARN", QUEUE_ARN)
                    .containsEntry("ERROR_CODE", "NO_RESOURCE")
                    .containsKeys("ERROR_MESSAGE", "RETRY_ATTEMPTS");
        }
    }

    @Test
    void refusesEntriesOneByOneInAwsWords() {
        try (var events = clients.events()) {
            var answer = events.putEvents(it -> it.entries(
                    entry("t", "{").build(),
                    entry("t", "[1]").build(),
                    PutEventsRequestEntry.builder().detailType("t").detail("{}").build(),
                    PutEventsRequestEntry.builder().source("s").detail("{}").build(),
                    PutEventsRequestEntry.builder().source("s").detailType("t").build(),
                    entry("t", "{}").source("aws.sagemaker").build(),
                    entry("t", "{}").eventBusName("no-such-bus").build()));

            assertThat(answer.failedEntryCount()).isEqualTo(6);
            assertThat(answer.entries())
                    .extracting(entry -> entry.errorCode() + ": " + entry.errorMessage())
                    .containsExactly(
                            "MalformedDetail: Detail is malformed.",
                            "MalformedDetail: Detail is malformed.",
                            "InvalidArgument: Parameter Source is not valid. Reason: Source is a required argument.",
                            "InvalidArgument: Parameter DetailType is not valid. Reason: DetailType is a required argument.",
                            "InvalidArgument: Parameter Detail is not valid. Reason: Detail is a required argument.",
                            "NotAuthorizedForSourceException: Not authorized for the source.",
                            "null: null");
        }
    }

    @Test
    void refusesTooManyAndTooLargeEntriesAsAWhole() {
        try (var events = clients.events()) {
            assertThatThrownBy(() -> events.putEvents(it ->
                            it.entries(Collections.nCopies(11, entry("t", "{}").build()))))
                    .isInstanceOf(EventBridgeException.class)
                    .hasMessageContaining("Member must have length less than or equal to 10");
            assertThatThrownBy(() ->
                            events.putEvents(it -> it.entries(entry("t", "{\"a\":\"" + "x".repeat(262_144) + "\"}")
                                    .build())))
                    .isInstanceOf(EventBridgeException.class)
                    .hasMessageContaining("Total size of the entries in the request is over the limit.");
        }
    }

    @Test
    void keepsBusesRulesAndTargetsOverARestart() {
        try (var events = clients.events()) {
            events.createEventBus(it -> it.name("other"));
            rule(events, "{\"detail-type\": [\"order-placed\"]}");
        }

        restart();

        try (var events = clients.events()) {
            assertThat(events.listEventBuses(it -> {}).eventBuses())
                    .extracting(EventBus::name)
                    .containsExactly("default", "other", "ty-local");
            assertThat(events.listRules(it -> it.eventBusName("ty-local")).rules())
                    .extracting(Rule::name)
                    .containsExactly("heard");
            assertThat(events.listTargetsByRule(
                                    it -> it.eventBusName("ty-local").rule("heard"))
                            .targets())
                    .extracting(Target::arn)
                    .containsExactly(QUEUE_ARN);
        }
    }

    @Test
    void takesAPatternWithAlternatives() {
        try (var events = clients.events()) {
            var pattern = "{\"$or\": [{\"source\": [\"acme\"]}, {\"detail-type\": [\"order\"]}]}";

            rule(events, pattern);

            assertThat(events.describeRule(it -> it.eventBusName("ty-local").name("heard"))
                            .eventPattern())
                    .isEqualTo(pattern);
        }
    }

    @Test
    void refusesAPatternThatTheMatcherDoesNotTake() {
        try (var events = clients.events()) {
            assertThatThrownBy(() -> events.putRule(it -> it.name("bad").eventPattern("{\"source\": \"x\"}")))
                    .hasMessageContaining("Event pattern is not valid. Reason:");
            assertThatThrownBy(() -> events.describeRule(it -> it.name("none")))
                    .isInstanceOf(ResourceNotFoundException.class)
                    .hasMessageContaining("Rule none does not exist on EventBus default.");
        }
    }

    private static PutEventsRequestEntry.Builder entry(String type, String detail) {
        return PutEventsRequestEntry.builder()
                .eventBusName("ty-local")
                .source("acme.orders")
                .detailType(type)
                .detail(detail);
    }

    private static void rule(EventBridgeClient events, String pattern) {
        events.putRule(it -> it.eventBusName("ty-local").name("heard").eventPattern(pattern));
        events.putTargets(it -> it.eventBusName("ty-local")
                .rule("heard")
                .targets(List.of(Target.builder().id("q").arn(QUEUE_ARN).build())));
    }
}
