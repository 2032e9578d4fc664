package io.trainyard.lambda;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.Consumer;
import software.amazon.awssdk.services.scheduler.SchedulerClient;
import software.amazon.awssdk.services.scheduler.model.ActionAfterCompletion;
import software.amazon.awssdk.services.scheduler.model.ConflictException;
import software.amazon.awssdk.services.scheduler.model.CreateScheduleRequest;
import software.amazon.awssdk.services.scheduler.model.FlexibleTimeWindowMode;
import software.amazon.awssdk.services.scheduler.model.ResourceNotFoundException;

/** Durable timers of a service: schedules that send a message to its own queue and delete themselves when they end. */
@ApplicationScoped
public class Timers {

    private static final int NANOS = 1_000_000_000;
    /** Longer than a call to Scheduler takes. */
    private static final Duration SOON = Duration.ofSeconds(2);

    private final SchedulerClient scheduler;
    private final Deployment deployment;
    private final Clock clock;

    public Timers(SchedulerClient scheduler, Deployment deployment, Clock clock) {
        this.scheduler = scheduler;
        this.deployment = deployment;
        this.clock = clock;
    }

    /** Sends {@code body} every so often from {@code first} on. Does nothing where a timer of that name is set. */
    public void every(String name, Duration interval, Instant first, Instant end, String body) {
        create(
                request -> request.name(name)
                        .scheduleExpression(rate(interval))
                        .startDate(first)
                        .endDate(end),
                body);
    }

    /** Sends {@code body} every so often from {@code first} on, without an end. Does nothing where a timer of that name is set. */
    public void always(String name, Duration interval, Instant first, String body) {
        create(request -> request.name(name).scheduleExpression(rate(interval)).startDate(first), body);
    }

    /** Sends {@code body} once, soon where that time has come already. Does nothing where a timer of that name is set. */
    public void once(String name, Instant when, String body) {
        Instant soonest = clock.instant().plus(SOON);
        String at = at(when.isBefore(soonest) ? soonest : when);
        create(request -> request.name(name).scheduleExpression(at), body);
    }

    /** Removes a timer; does nothing where there is none. */
    public void remove(String name) {
        try {
            scheduler.deleteSchedule(request -> request.name(name).groupName(deployment.timerGroup()));
        } catch (ResourceNotFoundException e) {
            // It ended by itself, or was removed before.
        }
    }

    /** Whole minutes, the least that EventBridge Scheduler knows; it wants the singular for one. */
    static String rate(Duration interval) {
        long minutes = Math.max(1, interval.toMinutes());
        return minutes == 1 ? "rate(1 minute)" : "rate(" + minutes + " minutes)";
    }

    /** In whole seconds, and never earlier: Scheduler may refuse a time that has passed, as a late delivery would ask for. */
    static String at(Instant when) {
        Instant second = when.plusNanos(NANOS - 1).truncatedTo(ChronoUnit.SECONDS);
        return "at(" + second.toString().replace("Z", "") + ")";
    }

    private void create(Consumer<CreateScheduleRequest.Builder> when, String body) {
        try {
            scheduler.createSchedule(request -> {
                when.accept(request);
                request.groupName(deployment.timerGroup())
                        .flexibleTimeWindow(window -> window.mode(FlexibleTimeWindowMode.OFF))
                        .actionAfterCompletion(ActionAfterCompletion.DELETE)
                        .target(target -> target.arn(deployment.queueArn())
                                .roleArn(deployment.timerRoleArn())
                                .input(body));
            });
        } catch (ConflictException e) {
            // Set before, by an earlier delivery of the same message.
        }
    }
}
