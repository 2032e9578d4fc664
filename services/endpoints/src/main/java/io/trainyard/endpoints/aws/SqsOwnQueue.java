package io.trainyard.endpoints.aws;

import io.trainyard.endpoints.app.OwnQueue;
import io.trainyard.events.EventIds;
import io.trainyard.events.json.Json;
import io.trainyard.lambda.Deployment;
import io.trainyard.lambda.StepMessages;
import io.trainyard.lambda.Timers;
import io.trainyard.steps.app.StepTimers;
import io.trainyard.steps.domain.AttemptKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import software.amazon.awssdk.services.sqs.SqsClient;

/** The service's messages to itself, by SQS at once or after a delay, and by schedule for what must not be forgotten. */
final class SqsOwnQueue implements OwnQueue, StepTimers {

    /** The field of the message that goes on with a retirement. */
    static final String RETIRE = "retire";

    private static final Duration EVERY = Duration.ofMinutes(5);

    private final SqsClient sqs;
    private final Timers timers;
    private final Deployment deployment;

    SqsOwnQueue(SqsClient sqs, Timers timers, Deployment deployment) {
        this.sqs = sqs;
        this.timers = timers;
        this.deployment = deployment;
    }

    @Override
    public void tick(AttemptKey key, Duration delay) {
        send(StepMessages.timer(key), delay);
    }

    @Override
    public void retire(AttemptKey key, Duration delay) {
        send(retirement(key), delay);
    }

    @Override
    public void set(AttemptKey key, Instant firstAt, Instant endsAt) {
        timers.every(name(key), EVERY, firstAt, endsAt, retirement(key));
    }

    @Override
    public void remove(AttemptKey key) {
        timers.remove(name(key));
    }

    private void send(String body, Duration delay) {
        int seconds = Math.toIntExact(delay.plusMillis(999).toSeconds());
        sqs.sendMessage(request ->
                request.queueUrl(deployment.queueUrl()).messageBody(body).delaySeconds(seconds));
    }

    private static String retirement(AttemptKey key) {
        return Json.write(Map.of(RETIRE, key));
    }

    /** A schedule's name has at most 64 characters, and the resource's own name belongs to the row's timer. */
    private String name(AttemptKey key) {
        String digest = EventIds.digest(RETIRE, key.resource(deployment.prefix()));
        return deployment.prefix() + "-retire-" + digest.substring(0, 32);
    }
}
