package io.trainyard.local.scheduler;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.trainyard.local.front.AwsFault;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A schedule as it is kept.
 *
 * @param request what the caller asked for, in the API's own shape
 * @param created when, in epoch milliseconds
 * @param next when it fires next, in epoch milliseconds; -1 when it never will again
 */
record Schedule(String group, String name, ObjectNode request, long created, long next) {

    private static final long NEVER = -1;

    /** A new schedule that waits for its first time. */
    static Schedule of(String group, String name, ObjectNode request, Instant now) {
        var schedule = new Schedule(group, name, request, now.toEpochMilli(), NEVER);
        var recurrence = schedule.recurrence();
        // A time that has passed fires at once: that is what a caller who was late wants.
        var first = recurrence instanceof Recurrence.Once once ? Optional.of(once.at()) : schedule.after(now);
        return schedule.firing(first);
    }

    String key() {
        return group + "/" + name;
    }

    boolean isDue(Instant now) {
        return next != NEVER && enabled() && next <= now.toEpochMilli();
    }

    Optional<Instant> nextTime() {
        return next == NEVER || !enabled() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(next));
    }

    /** The same schedule after it has fired; one that was overdue for long fires once and goes on with its next time. */
    Schedule fired(Instant now) {
        return recurrence() instanceof Recurrence.Once ? firing(Optional.empty()) : firing(after(now.plusMillis(1)));
    }

    boolean leavesNothing() {
        return next == NEVER && request.path("ActionAfterCompletion").asText().equals("DELETE");
    }

    String queue() {
        var arn = request.at("/Target/Arn").asText();
        return arn.substring(arn.lastIndexOf(':') + 1);
    }

    String input() {
        return request.at("/Target/Input").asText();
    }

    private boolean enabled() {
        return !request.path("State").asText().equals("DISABLED");
    }

    private Optional<Instant> after(Instant from) {
        var end = time(request.path("EndDate"));
        return recurrence().next(start(), from).filter(next -> end.isEmpty() || !next.isAfter(end.get()));
    }

    private Instant start() {
        var created = Instant.ofEpochMilli(this.created);
        return time(request.path("StartDate"))
                .orElseGet(() ->
                        recurrence() instanceof Recurrence.Every every ? created.plus(every.interval()) : created);
    }

    private Recurrence recurrence() {
        return Recurrence.parse(
                request.path("ScheduleExpression").asText(),
                request.path("ScheduleExpressionTimezone").asText("UTC"));
    }

    private Schedule firing(Optional<Instant> at) {
        return new Schedule(
                group, name, request, created, at.map(Instant::toEpochMilli).orElse(NEVER));
    }

    /** Refuses what the API model or this account refuses. */
    void check() {
        if (!name.matches("[0-9a-zA-Z-_.]{1,64}")) {
            throw AwsFault.of(
                    "ValidationException",
                    "1 validation error detected: Value '" + name
                            + "' at 'name' failed to satisfy constraint: Member must"
                            + " satisfy regular expression pattern: ^[0-9a-zA-Z-_.]+$");
        }
        for (var field : new String[] {"/FlexibleTimeWindow/Mode", "/Target/Arn", "/Target/RoleArn"}) {
            if (request.at(field).asText().isEmpty()) {
                var member = Character.toLowerCase(field.charAt(1))
                        + field.substring(2).replace('/', '.');
                throw AwsFault.of(
                        "ValidationException",
                        "1 validation error detected: Value null at '" + member
                                + "' failed to satisfy constraint: Member must not be null");
            }
        }
        if (!request.at("/Target/Arn").asText().startsWith("arn:aws:sqs:")) {
            throw AwsFault.notHere("A schedule's target other than an SQS queue");
        }
        var start = time(request.path("StartDate"));
        var end = time(request.path("EndDate"));
        if (start.isPresent()
                && end.isPresent()
                && Duration.between(start.get(), end.get()).isNegative()) {
            throw AwsFault.of("ValidationException", "The StartDate you specify must be before the EndDate.");
        }
    }

    private static Optional<Instant> time(JsonNode seconds) {
        return seconds.isNumber()
                ? Optional.of(Instant.ofEpochMilli((long) (seconds.asDouble() * 1000)))
                : Optional.empty();
    }
}
