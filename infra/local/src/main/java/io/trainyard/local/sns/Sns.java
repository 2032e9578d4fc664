package io.trainyard.local.sns;

import static io.trainyard.local.sns.QueryAnswer.element;

import com.fasterxml.jackson.databind.JsonNode;
import io.trainyard.local.front.AwsFault;
import io.trainyard.local.front.AwsRequest;
import io.trainyard.local.front.AwsResponse;
import io.trainyard.local.front.AwsService;
import io.trainyard.local.front.FormQuery;
import io.trainyard.local.sqs.Queues;
import io.trainyard.local.store.Documents;
import io.trainyard.wiring.Deployment;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** SNS's API: topics with SQS subscriptions, raw or in the envelope. */
public final class Sns implements AwsService {

    private static final Set<String> OPERATIONS = Set.of(
            "CreateTopic",
            "DeleteTopic",
            "ListTopics",
            "GetTopicAttributes",
            "Publish",
            "PublishBatch",
            "Subscribe",
            "Unsubscribe",
            "ListSubscriptions",
            "ListSubscriptionsByTopic",
            "GetSubscriptionAttributes",
            "SetSubscriptionAttributes");

    private final Topics topics;
    private final Publishing publishing;
    private final Deployment deployment;
    private final Supplier<String> ids;

    /** Opens the topics in {@code documents}. */
    public Sns(Documents documents, Queues queues, Deployment deployment, Clock clock, Supplier<String> ids) {
        this.topics = new Topics(documents, deployment);
        this.publishing = new Publishing(topics, queues, clock, ids);
        this.deployment = deployment;
        this.ids = ids;
    }

    /** Makes a topic unless it is there. */
    public void ensureTopic(String name) {
        topics.create(name);
    }

    /** The last published messages, oldest first, in the form of SNS's envelope. */
    public List<JsonNode> notices() {
        return topics.logged();
    }

    @Override
    public String signingName() {
        return "sns";
    }

    @Override
    public Set<String> operations() {
        return OPERATIONS;
    }

    @Override
    public AwsResponse handle(AwsRequest request) {
        var form = FormQuery.parse(new String(request.body(), StandardCharsets.UTF_8));
        var action = form.getOrDefault("Action", "");
        try {
            return QueryAnswer.of(action, result(action, form), ids.get());
        } catch (AwsFault fault) {
            return QueryAnswer.fault(fault, ids.get());
        }
    }

    private String result(String action, Map<String, String> form) {
        return switch (action) {
            case "CreateTopic" -> createTopic(form.getOrDefault("Name", ""));
            case "DeleteTopic" -> {
                topics.delete(form.getOrDefault("TopicArn", ""));
                yield "";
            }
            case "ListTopics" ->
                list(
                        "Topics",
                        topics.topics().stream()
                                .map(arn -> element("TopicArn", arn))
                                .toList());
            case "GetTopicAttributes" -> topicAttributes(topics.existing(form.getOrDefault("TopicArn", "")));
            case "Publish" -> {
                var topic = form.getOrDefault("TopicArn", form.getOrDefault("TargetArn", ""));
                yield element("MessageId", publishing.publish(Publishing.read(form, "", topic)));
            }
            case "PublishBatch" -> publishBatch(form);
            case "Subscribe" -> subscribe(form);
            case "Unsubscribe" -> {
                topics.unsubscribe(form.getOrDefault("SubscriptionArn", ""));
                yield "";
            }
            case "ListSubscriptions" -> list("Subscriptions", describe(topics.subscriptions()));
            case "ListSubscriptionsByTopic" ->
                list(
                        "Subscriptions",
                        describe(topics.subscriptions(topics.existing(form.getOrDefault("TopicArn", "")))));
            case "GetSubscriptionAttributes" -> subscriptionAttributes(subscription(form));
            case "SetSubscriptionAttributes" -> setSubscriptionAttributes(form);
            default -> throw AwsFault.notHere("The SNS action '" + action + "'");
        };
    }

    private String createTopic(String name) {
        if (!name.matches("[A-Za-z0-9_-]{1,256}")) {
            throw AwsFault.of("InvalidParameter", "Invalid parameter: Topic Name");
        }
        return element("TopicArn", topics.create(name));
    }

    private String publishBatch(Map<String, String> form) {
        var topic = topics.existing(form.getOrDefault("TopicArn", ""));
        var successful = new StringBuilder();
        var failed = new StringBuilder();
        for (int n = 1; form.containsKey("PublishBatchRequestEntries.member." + n + ".Id"); n++) {
            var prefix = "PublishBatchRequestEntries.member." + n + ".";
            var id = element("Id", form.get(prefix + "Id"));
            try {
                var message = publishing.publish(Publishing.read(form, prefix, topic));
                successful
                        .append("<member>")
                        .append(id)
                        .append(element("MessageId", message))
                        .append("</member>");
            } catch (AwsFault fault) {
                failed.append("<member>").append(id).append(element("Code", fault.code()));
                failed.append(element("Message", String.valueOf(fault.getMessage())));
                failed.append("<SenderFault>true</SenderFault></member>");
            }
        }
        return "<Successful>" + successful + "</Successful><Failed>" + failed + "</Failed>";
    }

    private String subscribe(Map<String, String> form) {
        var topic = topics.existing(form.getOrDefault("TopicArn", ""));
        var endpoint = form.getOrDefault("Endpoint", "");
        if (!form.getOrDefault("Protocol", "").equals("sqs") || !endpoint.startsWith("arn:aws:sqs:")) {
            throw AwsFault.notHere("A subscription other than of an SQS queue");
        }
        var raw = false;
        for (int n = 1; form.containsKey("Attributes.entry." + n + ".key"); n++) {
            var key = form.get("Attributes.entry." + n + ".key");
            raw |= isRaw(key, form.getOrDefault("Attributes.entry." + n + ".value", ""));
        }
        return element(
                "SubscriptionArn",
                topics.subscribe(topic, endpoint, raw, ids.get()).arn());
    }

    private String setSubscriptionAttributes(Map<String, String> form) {
        var it = subscription(form);
        var raw = isRaw(form.getOrDefault("AttributeName", ""), form.getOrDefault("AttributeValue", ""));
        topics.keep(new Topics.Subscription(it.arn(), it.topic(), it.endpoint(), raw));
        return "";
    }

    private Topics.Subscription subscription(Map<String, String> form) {
        return topics.subscription(form.getOrDefault("SubscriptionArn", ""))
                .orElseThrow(() -> new AwsFault(404, "NotFound", "Subscription does not exist"));
    }

    private static boolean isRaw(String attribute, String value) {
        if (!attribute.equals("RawMessageDelivery")) {
            throw AwsFault.notHere("The subscription attribute '" + attribute + "'");
        }
        return value.equals("true");
    }

    private String topicAttributes(String arn) {
        return attributes(Map.of(
                "TopicArn", arn,
                "Owner", deployment.account(),
                "SubscriptionsConfirmed",
                        Integer.toString(topics.subscriptions(arn).size())));
    }

    private String subscriptionAttributes(Topics.Subscription it) {
        return attributes(Map.of(
                "SubscriptionArn", it.arn(),
                "TopicArn", it.topic(),
                "Protocol", "sqs",
                "Endpoint", it.endpoint(),
                "RawMessageDelivery", Boolean.toString(it.raw())));
    }

    private List<String> describe(List<Topics.Subscription> subscriptions) {
        return subscriptions.stream()
                .map(it -> element("SubscriptionArn", it.arn())
                        + element("Owner", deployment.account())
                        + element("Protocol", "sqs")
                        + element("Endpoint", it.endpoint())
                        + element("TopicArn", it.topic()))
                .toList();
    }

    private static String attributes(Map<String, String> attributes) {
        return attributes.entrySet().stream()
                .map(it -> "<entry>" + element("key", it.getKey()) + element("value", it.getValue()) + "</entry>")
                .collect(Collectors.joining("", "<Attributes>", "</Attributes>"));
    }

    private static String list(String name, List<String> members) {
        return members.stream()
                .map(member -> "<member>" + member + "</member>")
                .collect(Collectors.joining("", "<" + name + ">", "</" + name + ">"));
    }
}
