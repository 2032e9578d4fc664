package io.trainyard.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import io.trainyard.events.json.UnreadableEvent;
import io.trainyard.measures.Measure;
import io.trainyard.measures.Measures;
import io.trainyard.pace.NoToken;
import io.trainyard.pace.TokenPace;
import io.trainyard.steps.app.LeaseHeld;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/**
 * The function of every service that has a queue: each message alone. One that fails is reported for itself and comes again; on its
 * last receive, or where trying again cannot help, it is parked with its cause; nothing is ever acknowledged away.
 */
public class QueueFunction implements RequestHandler<SQSEvent, QueueAnswer> {

    private static final Logger LOG = Logger.getLogger(QueueFunction.class);

    /** A message, and what it says or why that cannot be read. */
    private record Received(
            SQSEvent.SQSMessage message,
            @Nullable Message said,
            @Nullable RuntimeException unreadable) {

        static Received of(SQSEvent.SQSMessage message) {
            try {
                return new Received(message, Message.read(message.getBody()), null);
            } catch (RuntimeException unreadable) {
                return new Received(message, null, unreadable);
            }
        }

        /** @throws RuntimeException where it cannot be read */
        Message read() {
            if (said == null) {
                throw Objects.requireNonNull(unreadable);
            }
            return said;
        }

        boolean isDryRun() {
            return DeadLetters.attribute(message, DeadLetters.DRY_RUN).isPresent();
        }

        Stream<Message> toHandle() {
            return isDryRun() ? Stream.empty() : Stream.ofNullable(said);
        }
    }

    private final MessageHandler handler;
    private final DeadLetters deadLetters;
    private final TokenPace pace;
    private final Measures measures;
    private final int maxReceives;

    @Inject
    public QueueFunction(
            MessageHandler handler,
            DeadLetters deadLetters,
            TokenPace pace,
            Measures measures,
            DeploymentConfig config) {
        this.handler = handler;
        this.deadLetters = deadLetters;
        this.pace = pace;
        this.measures = measures;
        this.maxReceives = config.maxReceives();
    }

    @Override
    public QueueAnswer handleRequest(SQSEvent batch, Context context) {
        List<Received> received = batch.getRecords().stream().map(Received::of).toList();
        handler.expect(received.stream().flatMap(Received::toHandle).toList());
        List<SQSBatchResponse.BatchItemFailure> failures = new ArrayList<>();
        List<String> decisions = new ArrayList<>();
        for (Received each : received) {
            MDC.put("messageId", each.message().getMessageId());
            if (each.isDryRun()) {
                decisions.addAll(decided(each));
            } else if (!done(each)) {
                failures.add(
                        new SQSBatchResponse.BatchItemFailure(each.message().getMessageId()));
            }
            MDC.clear();
        }
        return new QueueAnswer(failures, decisions);
    }

    private List<String> decided(Received received) {
        try {
            return handler.decide(received.read());
        } catch (RuntimeException failure) {
            return List.of("it would fail: " + DeadLetters.words(failure));
        }
    }

    private boolean done(Received received) {
        SQSEvent.SQSMessage message = received.message();
        try {
            Message read = received.read();
            read.ids().forEach(MDC::put);
            measureHop(read, message);
            pace.during(() -> handler.handle(read));
            return true;
        } catch (NoToken turn) {
            LOG.debugv("{0}", turn.getMessage());
            return deadLetters.sendAgain(message, turn.delay());
        } catch (LeaseHeld held) {
            return lastReceive(message) && deadLetters.sendAgain(message);
        } catch (UnreadableEvent unreadable) {
            LOG.errorv(unreadable, "unreadable message parked");
            return deadLetters.park(message, unreadable);
        } catch (RuntimeException failure) {
            return failed(message, failure);
        }
    }

    /** Not of what came before, nor of what a person sent back. */
    private void measureHop(Message read, SQSEvent.SQSMessage message) {
        if (receives(message) <= 1
                && DeadLetters.attribute(message, DeadLetters.LETTER).isEmpty()) {
            read.occurredAt().ifPresent(at -> {
                long took = Duration.between(at, pace.clock().instant()).toMillis();
                measures.record(Measure.HOP_TIME, Math.max(0, took), read.ids());
            });
        }
    }

    private void measureRetry(SQSEvent.SQSMessage message, RuntimeException failure) {
        var about = Map.of(
                "messageId",
                message.getMessageId(),
                "failure",
                failure.getClass().getSimpleName());
        measures.record(Measure.MESSAGE_RETRIES, 1, about);
    }

    private boolean failed(SQSEvent.SQSMessage message, RuntimeException failure) {
        if (failure instanceof AwsServiceException answer && AwsRefusal.throttles(answer)) {
            // Its budget is the run's deadline: waiting for AWS's pace never uses up a receive.
            LOG.infov("throttled, and sent again: {0}", AwsRefusal.words(answer));
            measureRetry(message, failure);
            return deadLetters.sendAgain(message);
        }
        if (lastReceive(message)) {
            LOG.errorv(failure, "message parked after its last receive");
            return deadLetters.park(message, failure);
        }
        measureRetry(message, failure);
        if (receives(message) <= 1) {
            LOG.warnv(failure, "message failed and will come again");
        } else {
            LOG.warnv("message failed and will come again: {0}", DeadLetters.words(failure));
        }
        return false;
    }

    private boolean lastReceive(SQSEvent.SQSMessage message) {
        return receives(message) >= maxReceives;
    }

    /** How often it was received, this time included; 0 where nobody counts. */
    private static int receives(SQSEvent.SQSMessage message) {
        Map<String, String> attributes = message.getAttributes();
        String count = attributes == null ? null : attributes.get("ApproximateReceiveCount");
        return count == null ? 0 : Integer.parseInt(count);
    }
}
