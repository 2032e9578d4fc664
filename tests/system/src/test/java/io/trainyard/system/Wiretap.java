package io.trainyard.system;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import software.amazon.awssdk.services.eventbridge.model.Target;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/**
 * Hears what every service hears, by rules and queues of its own beside theirs, and can say all of it again. Each message is
 * repeated once as soon as it is heard.
 */
final class Wiretap implements AutoCloseable {

    private static final String OURS = "ty-local-";
    private static final String TAP = "tap-";

    private final Aws aws;
    private final List<Rule> rules = new ArrayList<>();
    private final Map<String, String> patience = new HashMap<>();
    private final List<Heard> heard = new CopyOnWriteArrayList<>();
    private final ScheduledExecutorService listening = Executors.newSingleThreadScheduledExecutor();

    private record Rule(String bus, String name) {}

    /** A message as it came to a service's queue. */
    record Heard(String queue, String envelope) {}

    Wiretap(Aws aws) {
        this.aws = aws;
        // A copy that meets a handler at work is given back; three minutes later is too late for a test.
        urls(OURS).forEach(url -> {
            patience.put(url, attributes(url).get(QueueAttributeName.VISIBILITY_TIMEOUT));
            comeBackAfter(url, "15");
        });
        List.of("ty-local", "default").forEach(this::tap);
        listening.scheduleWithFixedDelay(this::listen, 0, 50, TimeUnit.MILLISECONDS);
    }

    private void tap(String bus) {
        for (var rule : aws.events().listRules(list -> list.eventBusName(bus)).rules()) {
            var targets = aws.events()
                    .listTargetsByRule(list -> list.eventBusName(bus).rule(rule.name()))
                    .targets();
            for (var target : targets) {
                var queue = target.arn().substring(target.arn().lastIndexOf(':') + 1);
                var name = TAP + rule.name();
                aws.events().putRule(put -> put.eventBusName(bus).name(name).eventPattern(rule.eventPattern()));
                aws.events()
                        .putTargets(put -> put.eventBusName(bus)
                                .rule(name)
                                .targets(Target.builder()
                                        .id("tap")
                                        .arn(arn(tapOf(queue)))
                                        .build()));
                rules.add(new Rule(bus, name));
            }
        }
    }

    private String tapOf(String queue) {
        return aws.queues().createQueue(create -> create.queueName(TAP + queue)).queueUrl();
    }

    private String arn(String url) {
        return attributes(url).get(QueueAttributeName.QUEUE_ARN);
    }

    private void listen() {
        for (var url :
                aws.queues().listQueues(list -> list.queueNamePrefix(TAP)).queueUrls()) {
            var messages = aws.queues()
                    .receiveMessage(receive -> receive.queueUrl(url).maxNumberOfMessages(10))
                    .messages();
            for (Message message : messages) {
                var once = new Heard(url.substring(url.lastIndexOf('/') + 1 + TAP.length()), message.body());
                say(once);
                heard.add(once);
                aws.queues().deleteMessage(delete -> delete.queueUrl(url).receiptHandle(message.receiptHandle()));
            }
        }
    }

    /** Every message so far, once more, in an order of chance. */
    void sayAllAgain(long seed) {
        var all = new ArrayList<>(heard);
        Collections.shuffle(all, new Random(seed));
        all.forEach(this::say);
    }

    /** Messages so far, over all queues. */
    int count() {
        return heard.size();
    }

    /** Waits until no service has anything left to do. */
    void awaitSilence() {
        Await.until("the queues of all services are empty", () -> waiting(OURS) + waiting(TAP), left -> left == 0);
    }

    private int waiting(String prefix) {
        return urls(prefix)
                .map(this::attributes)
                .mapToInt(it -> number(it.get(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES))
                        + number(it.get(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE)))
                .sum();
    }

    private Stream<String> urls(String prefix) {
        return aws.queues().listQueues(list -> list.queueNamePrefix(prefix)).queueUrls().stream()
                .filter(url -> !url.endsWith("-dlq"));
    }

    private Map<QueueAttributeName, String> attributes(String url) {
        return aws.queues()
                .getQueueAttributes(get -> get.queueUrl(url).attributeNames(QueueAttributeName.ALL))
                .attributes();
    }

    private void comeBackAfter(String url, String seconds) {
        aws.queues()
                .setQueueAttributes(
                        set -> set.queueUrl(url).attributes(Map.of(QueueAttributeName.VISIBILITY_TIMEOUT, seconds)));
    }

    private static int number(String text) {
        return Integer.parseInt(text);
    }

    private void say(Heard message) {
        var url =
                aws.queues().getQueueUrl(get -> get.queueName(message.queue())).queueUrl();
        aws.queues().sendMessage(send -> send.queueUrl(url).messageBody(message.envelope()));
    }

    @Override
    public void close() {
        listening.shutdown();
        patience.forEach(this::comeBackAfter);
        for (var rule : rules) {
            aws.events()
                    .removeTargets(
                            it -> it.eventBusName(rule.bus()).rule(rule.name()).ids("tap"));
            aws.events().deleteRule(it -> it.eventBusName(rule.bus()).name(rule.name()));
        }
        aws.queues()
                .listQueues(list -> list.queueNamePrefix(TAP))
                .queueUrls()
                .forEach(url -> aws.queues().deleteQueue(delete -> delete.queueUrl(url)));
    }
}
