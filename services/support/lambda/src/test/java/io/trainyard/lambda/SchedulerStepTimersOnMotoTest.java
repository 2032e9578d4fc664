package io.trainyard.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trainyard.fakes.MotoAccount;
import io.trainyard.steps.domain.AttemptKey;
import io.trainyard.steps.domain.StepSettings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.scheduler.SchedulerClient;
import software.amazon.awssdk.services.scheduler.model.ActionAfterCompletion;
import software.amazon.awssdk.services.scheduler.model.GetScheduleResponse;
import software.amazon.awssdk.services.scheduler.model.ResourceNotFoundException;

/** Our timers on an AWS that nobody here wrote. */
class SchedulerStepTimersOnMotoTest {

    private static final AttemptKey KEY = new AttemptKey("a1", 1, "train", 1);
    private static final Instant FIRST = Instant.now().plus(1, ChronoUnit.HOURS).truncatedTo(ChronoUnit.SECONDS);
    private static final Instant END = FIRST.plus(Duration.ofDays(2));

    private final SchedulerClient client = MotoAccount.open().client(SchedulerClient.builder());
    private final Deployment deployment = TestDeployment.of("training");
    private final Timers own = new Timers(client, deployment, Clock.systemUTC());
    private final SchedulerStepTimers timers =
            new SchedulerStepTimers(own, StepSettings.defaults("ty-test"), "training", Duration.ofHours(6));

    @BeforeEach
    void group() {
        client.createScheduleGroup(request -> request.name(deployment.timerGroup()));
    }

    @AfterEach
    void close() {
        client.close();
    }

    @Test
    void setsOneScheduleThatEndsByItself() {
        timers.set(KEY, FIRST, END);

        GetScheduleResponse schedule = schedule("ty-test-a1-train-1-1");
        assertThat(schedule.startDate()).isEqualTo(FIRST);
        assertThat(schedule.endDate()).isEqualTo(END);
        assertThat(schedule.scheduleExpression()).isEqualTo("rate(30 minutes)");
        assertThat(schedule.actionAfterCompletion()).isEqualTo(ActionAfterCompletion.DELETE);
        assertThat(schedule.target().arn()).isEqualTo(deployment.queueArn());
    }

    @Test
    void aTimerThatIsSetStaysAsItIs() {
        timers.set(KEY, FIRST, END);
        timers.set(KEY, FIRST.plusSeconds(60), END);

        assertThat(schedule("ty-test-a1-train-1-1").startDate()).isEqualTo(FIRST);
    }

    /** What a message asks for that comes back late. */
    @Test
    void aTimeThatHasPassedIsSoon() {
        Instant now = Instant.now();
        own.once("ty-test-late", now.minus(Duration.ofHours(1)), "{}");

        String expression = schedule("ty-test-late").scheduleExpression();
        assertThat(Instant.parse(expression.substring(3, expression.length() - 1) + "Z"))
                .isBetween(now, now.plus(Duration.ofMinutes(1)));
    }

    @Test
    void theFirstTimerOfAServiceBringsItsSweep() {
        timers.set(KEY, FIRST, END);

        assertThat(schedule("ty-test-training-sweep").scheduleExpression()).isEqualTo("rate(360 minutes)");
    }

    @Test
    void removesATimerOnceAndDoesNotMindASecondTime() {
        timers.set(KEY, FIRST, END);
        timers.remove(KEY);
        timers.remove(KEY);

        assertThatThrownBy(() -> schedule("ty-test-a1-train-1-1")).isInstanceOf(ResourceNotFoundException.class);
    }

    private GetScheduleResponse schedule(String name) {
        return client.getSchedule(request -> request.name(name).groupName(deployment.timerGroup()));
    }
}
