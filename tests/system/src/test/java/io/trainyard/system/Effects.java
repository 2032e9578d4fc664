package io.trainyard.system;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import software.amazon.awssdk.services.eventbridge.model.Target;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** Hears every event of one name and counts how often each job said it. */
final class Effects implements AutoCloseable {

    private static final String BUS = "ty-local";

    private final Aws aws;
    private final String rule;
    private final String url;
    private final Map<String, Integer> byJob = new ConcurrentHashMap<>();
    private final ScheduledExecutorService listening = Executors.newSingleThreadScheduledExecutor();

    Effects(Aws aws, String event) {
        this.aws = aws;
        this.rule = "effects-" + event;
        this.url = aws.queues().createQueue(create -> create.queueName(rule)).queueUrl();
        String arn = aws.queues()
                .getQueueAttributes(get -> get.queueUrl(url).attributeNames(QueueAttributeName.QUEUE_ARN))
                .attributes()
                .get(QueueAttributeName.QUEUE_ARN);
        aws.events()
                .putRule(
                        put -> put.eventBusName(BUS).name(rule).eventPattern("{\"detail-type\": [\"" + event + "\"]}"));
        aws.events()
                .putTargets(put -> put.eventBusName(BUS)
                        .rule(rule)
                        .targets(Target.builder().id("effects").arn(arn).build()));
        listening.scheduleWithFixedDelay(this::listen, 0, 20, TimeUnit.MILLISECONDS);
    }

    /** How many jobs said it. */
    int jobs() {
        return byJob.size();
    }

    /** How many jobs said it more than once. */
    long doubled() {
        return byJob.values().stream().filter(times -> times > 1).count();
    }

    private void listen() {
        var messages = aws.queues()
                .receiveMessage(receive -> receive.queueUrl(url).maxNumberOfMessages(10))
                .messages();
        for (var message : messages) {
            String job = Json.read(message.body()).at("/detail/metadata/jobId").asText();
            byJob.merge(job, 1, Integer::sum);
            aws.queues().deleteMessage(delete -> delete.queueUrl(url).receiptHandle(message.receiptHandle()));
        }
    }

    @Override
    public void close() {
        listening.shutdownNow();
        aws.events().removeTargets(it -> it.eventBusName(BUS).rule(rule).ids("effects"));
        aws.events().deleteRule(it -> it.eventBusName(BUS).name(rule));
        aws.queues().deleteQueue(delete -> delete.queueUrl(url));
    }
}
