package io.trainyard.tests.bench;

import io.trainyard.local.AccountOptions;
import io.trainyard.local.AccountOptions.Tuning;
import io.trainyard.local.RunningAccount;
import io.trainyard.local.time.ControllableClock;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** A day of schedules on a clock that is moved by hand, in an account inside this process. */
final class ScheduledDay implements Measurement {

    private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");
    private static final int SCHEDULES = 10;
    private static final int AN_HOUR = 6;
    private static final int HOURS = 24;
    private static final double MOST_SECONDS = 10;

    @Override
    public String name() {
        return "day of schedules";
    }

    @Override
    public List<Row> take() {
        Path folder = Folders.temporary();
        var clock = ControllableClock.at(START);
        var options = AccountOptions.in(folder).withTuning(Tuning.standard().withClock(clock));
        try (var account = RunningAccount.start(options);
                var calls = AwsCalls.at(
                        account.endpoint(),
                        account.admin().id(),
                        account.admin().secret())) {
            String queue = calls.schedule(SCHEDULES, "rate(10 minutes)");
            long began = System.nanoTime();
            clock.advance(Duration.ofHours(HOURS));
            double seconds = (System.nanoTime() - began) / 1e9;
            return List.of(row(seconds, calls.waiting(queue)));
        } finally {
            Folders.remove(folder);
        }
    }

    private static Row row(double seconds, int fired) {
        if (fired != SCHEDULES * AN_HOUR * HOURS) {
            throw new IllegalStateException("the schedules fired " + fired + " times in a day");
        }
        return new Row(
                "24 hours of schedules on the controllable clock",
                Math.round(MOST_SECONDS) + " s",
                Figures.precise(seconds) + " s",
                fired + " messages",
                "-",
                Verdict.of(seconds <= MOST_SECONDS),
                List.of("Ten schedules, every ten minutes each, all in one queue."));
    }
}
