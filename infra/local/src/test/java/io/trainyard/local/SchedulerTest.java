package io.trainyard.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trainyard.local.AccountOptions.Tuning;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.scheduler.model.ActionAfterCompletion;
import software.amazon.awssdk.services.scheduler.model.ConflictException;
import software.amazon.awssdk.services.scheduler.model.CreateScheduleRequest;
import software.amazon.awssdk.services.scheduler.model.FlexibleTimeWindowMode;
import software.amazon.awssdk.services.scheduler.model.ResourceNotFoundException;
import software.amazon.awssdk.services.scheduler.model.ScheduleGroupSummary;
import software.amazon.awssdk.services.scheduler.model.ScheduleSummary;
import software.amazon.awssdk.services.scheduler.model.ValidationException;
import software.amazon.awssdk.services.sqs.model.Message;

class SchedulerTest extends AccountTestCase {

    private static final String QUEUE = "arn:aws:sqs:eu-west-1:123456789012:alarm";
    private static final String GROUP = "ty-local-timers";

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-03-01T10:00:00Z"));

    @Override
    AccountOptions options() {
        return AccountOptions.in(folder).withTuning(Tuning.standard().withClock(new Clock() {
            @Override
            public ZoneOffset getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(java.time.ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return now.get();
            }
        }));
    }

    @Test
    void firesOnceAndIsGone() {
        create(
                "once",
                it -> it.scheduleExpression("at(2026-03-01T10:10:00)")
                        .actionAfterCompletion(ActionAfterCompletion.DELETE));
        assertThat(alarms(0)).isEmpty();

        later(Duration.ofMinutes(10));

        assertThat(alarms(1)).containsExactly("once");
        try (var scheduler = clients.scheduler()) {
            Waiting.until(() -> scheduler.listSchedules(it -> {}).schedules(), List::isEmpty);
            assertThatThrownBy(() ->
                            scheduler.getSchedule(it -> it.groupName(GROUP).name("once")))
                    .isInstanceOf(ResourceNotFoundException.class)
                    .hasMessageContaining("Schedule once does not exist.");
        }
    }

    @Test
    void firesAgainAndAgainFromItsStartToItsEnd() {
        create(
                "often",
                it -> it.scheduleExpression("rate(30 minutes)")
                        .startDate(Instant.parse("2026-03-01T10:10:00Z"))
                        .endDate(Instant.parse("2026-03-01T11:00:00Z"))
                        .actionAfterCompletion(ActionAfterCompletion.DELETE));

        later(Duration.ofMinutes(9));
        assertThat(alarms(0)).isEmpty();
        later(Duration.ofMinutes(1));
        assertThat(alarms(1)).hasSize(1);
        later(Duration.ofMinutes(30));
        assertThat(alarms(1)).hasSize(1);

        try (var scheduler = clients.scheduler()) {
            Waiting.until(() -> scheduler.listSchedules(it -> {}).schedules(), List::isEmpty);
        }
    }

    @Test
    void firesWhatBecameDueWhileNothingRan() {
        create("overdue", it -> it.scheduleExpression("rate(10 minutes)"));
        stop();
        later(Duration.ofHours(5));

        start();

        assertThat(alarms(1)).containsExactly("overdue");
        try (var scheduler = clients.scheduler()) {
            assertThat(scheduler.listSchedules(it -> it.groupName(GROUP)).schedules())
                    .extracting(ScheduleSummary::name)
                    .containsExactly("overdue");
        }
    }

    @Test
    void takesTheSameRequestTwiceAndRefusesAnotherUnderTheSameName() {
        create("one", it -> it.scheduleExpression("rate(1 hour)").clientToken("t1"));
        create("one", it -> it.scheduleExpression("rate(1 hour)").clientToken("t1"));

        assertThatThrownBy(() -> create("one", it -> it.scheduleExpression("rate(2 hours)")))
                .isInstanceOf(ConflictException.class)
                .hasMessageContaining("Schedule one already exists.");
    }

    @Test
    void refusesWhatAwsRefuses() {
        assertThatThrownBy(() -> create("bad", it -> it.scheduleExpression("every now and then")))
                .isInstanceOf(ValidationException.class)
                .hasMessageContaining("Invalid Schedule Expression every now and then.");
        assertThatThrownBy(() -> create("bad", it -> it.scheduleExpression("rate(0 minutes)")))
                .isInstanceOf(ValidationException.class);
        assertThatThrownBy(() -> create("bad", it -> it.scheduleExpression("cron(0 0 * * ? *)")))
                .hasMessageContaining("cron(...) is not supported by the local account");
        assertThatThrownBy(() -> create(
                        "bad", it -> it.scheduleExpression("rate(1 hour)").groupName("none")))
                .isInstanceOf(ResourceNotFoundException.class)
                .hasMessageContaining("Schedule group none does not exist.");
        assertThatThrownBy(() -> create("a name", it -> it.scheduleExpression("rate(1 hour)")))
                .isInstanceOf(ValidationException.class)
                .hasMessageContaining("failed to satisfy constraint");
    }

    @Test
    void makesGroupsAndDeletesThemWithTheirSchedules() {
        try (var scheduler = clients.scheduler()) {
            scheduler.createScheduleGroup(it -> it.name("mine"));
            create("one", it -> it.scheduleExpression("rate(1 hour)").groupName("mine"));

            assertThat(scheduler.listScheduleGroups(it -> {}).scheduleGroups())
                    .extracting(ScheduleGroupSummary::name)
                    .containsExactly("default", "mine", GROUP);
            assertThatThrownBy(() -> scheduler.createScheduleGroup(it -> it.name("mine")))
                    .isInstanceOf(ConflictException.class);
            scheduler.deleteScheduleGroup(it -> it.name("mine"));
            assertThat(scheduler.listSchedules(it -> {}).schedules()).isEmpty();
        }
    }

    private void create(String name, Consumer<CreateScheduleRequest.Builder> how) {
        try (var scheduler = clients.scheduler();
                var sqs = clients.sqs()) {
            sqs.createQueue(it -> it.queueName("alarm"));
            scheduler.createSchedule(it -> {
                it.name(name)
                        .groupName(GROUP)
                        .flexibleTimeWindow(window -> window.mode(FlexibleTimeWindowMode.OFF))
                        .target(target -> target.arn(QUEUE)
                                .roleArn("arn:aws:iam::123456789012:role/ty-local-timers")
                                .input(name));
                how.accept(it);
            });
        }
    }

    private void later(Duration by) {
        now.updateAndGet(time -> time.plus(by));
    }

    /** Takes the alarms that have rung, waiting for as many as are expected. */
    private List<String> alarms(int expected) {
        var rung = new ArrayList<String>();
        try (var sqs = clients.sqs()) {
            var url = sqs.getQueueUrl(it -> it.queueName("alarm")).queueUrl();
            do {
                var messages = sqs.receiveMessage(it -> it.queueUrl(url).waitTimeSeconds(expected == 0 ? 0 : 3))
                        .messages();
                messages.stream().map(Message::body).forEach(rung::add);
            } while (rung.size() < expected);
        }
        return rung;
    }
}
