package io.trainyard.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trainyard.local.AccountOptions.Tuning;
import io.trainyard.local.time.ControllableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.scheduler.model.FlexibleTimeWindowMode;
import software.amazon.awssdk.services.sqs.model.Message;

/** A day of schedules in seconds, and messages that come back when the clock says so. */
class ControllableClockTest extends AccountTestCase {

    private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");
    private static final int SCHEDULES = 10;

    private final ControllableClock clock = ControllableClock.at(START);

    @Override
    AccountOptions options() {
        return super.options().withTuning(Tuning.standard().withClock(clock));
    }

    @Test
    void firesADayOfSchedulesInOrder() {
        queue("ticks", 3600);
        for (int n = 0; n < SCHEDULES; n++) {
            schedule("every-" + n, "rate(10 minutes)", "tick " + n);
        }
        schedule("noon", "at(2026-03-01T12:00:00)", "noon");
        var began = System.nanoTime();
        clock.advance(Duration.ofHours(24));
        var took = Duration.ofNanos(System.nanoTime() - began);

        var heard = received("ticks").stream().map(Message::body).toList();
        System.out.printf("24 hours, %d messages: %d ms%n", heard.size(), took.toMillis());
        assertThat(clock.instant()).isEqualTo(START.plus(Duration.ofHours(24)));
        assertThat(heard).hasSize(SCHEDULES * 24 * 6 + 1);
        assertThat(heard.indexOf("noon")).isBetween(SCHEDULES * 71, SCHEDULES * 72);
    }

    @Test
    void bringsAMessageBackWhenItsVisibilityTimeoutIsOver() {
        var url = queue("slow", 600);
        clients.sqs().sendMessage(it -> it.queueUrl(url).messageBody("once"));

        assertThat(received("slow")).hasSize(1);
        clock.advance(Duration.ofSeconds(500));
        assertThat(received("slow")).isEmpty();
        clock.advance(Duration.ofSeconds(101));
        assertThat(received("slow")).hasSize(1);
    }

    @Test
    void doesNotGoBack() {
        assertThatThrownBy(() -> clock.advance(Duration.ofSeconds(-1))).hasMessageContaining("cannot go back by PT1S");
    }

    private String queue(String name, int visibility) {
        return clients.sqs()
                .createQueue(it -> it.queueName(name)
                        .attributesWithStrings(Map.of("VisibilityTimeout", Integer.toString(visibility))))
                .queueUrl();
    }

    private void schedule(String name, String expression, String input) {
        clients.scheduler()
                .createSchedule(it -> it.name(name)
                        .scheduleExpression(expression)
                        .flexibleTimeWindow(window -> window.mode(FlexibleTimeWindowMode.OFF))
                        .target(target -> target.arn("arn:aws:sqs:eu-west-1:123456789012:ticks")
                                .roleArn("arn:aws:iam::123456789012:role/r")
                                .input(input)));
    }

    private List<Message> received(String queue) {
        var url = clients.sqs().getQueueUrl(it -> it.queueName(queue)).queueUrl();
        var all = new ArrayList<Message>();
        while (true) {
            var some = clients.sqs()
                    .receiveMessage(it -> it.queueUrl(url).maxNumberOfMessages(10))
                    .messages();
            if (some.isEmpty()) {
                return all;
            }
            all.addAll(some);
        }
    }
}
