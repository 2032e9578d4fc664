package io.trainyard.local.scheduler;

import io.trainyard.local.front.AwsFault;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.regex.Pattern;

/** When a schedule fires: the part of a schedule expression that is between its brackets. */
sealed interface Recurrence {

    Pattern AT = Pattern.compile("at\\((.+)\\)");
    Pattern RATE = Pattern.compile("rate\\((\\d+) (minute|minutes|hour|hours|day|days)\\)");

    /** The first time at or after {@code from} that it fires, counted from {@code start}. */
    Optional<Instant> next(Instant start, Instant from);

    /** Once. */
    record Once(Instant at) implements Recurrence {

        @Override
        public Optional<Instant> next(Instant start, Instant from) {
            return at.isBefore(from) ? Optional.empty() : Optional.of(at);
        }
    }

    /** Again and again, first at the start. */
    record Every(Duration interval) implements Recurrence {

        @Override
        public Optional<Instant> next(Instant start, Instant from) {
            if (!from.isAfter(start)) {
                return Optional.of(start);
            }
            var passed = Duration.between(start, from);
            var whole = passed.toMillis() / interval.toMillis();
            var candidate = start.plus(interval.multipliedBy(whole));
            return Optional.of(candidate.isBefore(from) ? candidate.plus(interval) : candidate);
        }
    }

    /** Reads {@code at(2026-01-02T03:04:05)} or {@code rate(10 minutes)}; refuses the rest in AWS's words. */
    static Recurrence parse(String expression, String zone) {
        var once = AT.matcher(expression);
        if (once.matches()) {
            try {
                return new Once(LocalDateTime.parse(once.group(1))
                        .atZone(ZoneId.of(zone))
                        .toInstant());
            } catch (DateTimeException e) {
                throw invalid(expression);
            }
        }
        var rate = RATE.matcher(expression);
        if (rate.matches() && !rate.group(1).startsWith("0")) {
            return new Every(interval(Long.parseLong(rate.group(1)), rate.group(2)));
        }
        if (expression.startsWith("cron(")) {
            throw AwsFault.notHere("A schedule with cron(...)");
        }
        throw invalid(expression);
    }

    private static Duration interval(long count, String unit) {
        return switch (unit.charAt(0)) {
            case 'm' -> Duration.ofMinutes(count);
            case 'h' -> Duration.ofHours(count);
            default -> Duration.ofDays(count);
        };
    }

    private static AwsFault invalid(String expression) {
        return AwsFault.of("ValidationException", "Invalid Schedule Expression " + expression + ".");
    }
}
