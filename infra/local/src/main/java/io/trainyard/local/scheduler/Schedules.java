package io.trainyard.local.scheduler;

import static io.trainyard.local.front.JsonProtocol.JSON;

import io.trainyard.local.front.AwsFault;
import io.trainyard.local.sqs.NoSuchQueueException;
import io.trainyard.local.sqs.Queues;
import io.trainyard.local.store.DocumentMap;
import io.trainyard.local.store.Documents;
import io.trainyard.local.time.Timed;
import io.trainyard.local.usage.Usage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The schedules of the account, and the thread that fires them. What was due while no account ran fires at the start.
 * A schedule fires at least once per time: a kill between sending and noting it sends again.
 */
final class Schedules implements AutoCloseable, Timed {

    private static final Logger LOG = System.getLogger(Schedules.class.getName());
    // Not longer, so that a clock that is set forward is noticed.
    private static final Duration LONGEST_NAP = Duration.ofSeconds(1);
    private static final Duration SHORTEST_NAP = Duration.ofMillis(1);

    private final DocumentMap stored;
    private final Queues queues;
    private final Clock clock;
    private final Usage usage;
    private final Map<String, Schedule> schedules = new TreeMap<>();
    private final Thread thread;

    Schedules(Documents documents, Queues queues, Clock clock, Usage usage) {
        this.usage = usage;
        this.stored = documents.map("scheduler.schedules");
        this.queues = queues;
        this.clock = clock;
        stored.all().values().forEach(bytes -> {
            var schedule = read(bytes);
            schedules.put(schedule.key(), schedule);
        });
        this.thread = Thread.ofPlatform().daemon().name("schedules").start(this::run);
    }

    synchronized void add(Schedule schedule) {
        var other = schedules.get(schedule.key());
        if (other == null) {
            keep(schedule);
        } else if (!sameToken(other, schedule)) {
            throw new AwsFault(409, "ConflictException", "Schedule " + schedule.name() + " already exists.");
        }
    }

    synchronized void replace(Schedule schedule) {
        get(schedule.group(), schedule.name());
        keep(schedule);
    }

    synchronized Schedule get(String group, String name) {
        return Optional.ofNullable(schedules.get(group + "/" + name))
                .orElseThrow(
                        () -> new AwsFault(404, "ResourceNotFoundException", "Schedule " + name + " does not exist."));
    }

    synchronized void remove(String group, String name) {
        drop(get(group, name));
    }

    synchronized List<Schedule> all() {
        return List.copyOf(schedules.values());
    }

    @Override
    public void close() {
        thread.interrupt();
        try {
            thread.join(Duration.ofSeconds(2));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                synchronized (this) {
                    fireDue();
                    wait(untilNext().toMillis());
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (RuntimeException e) {
                LOG.log(Level.WARNING, "a schedule did not fire; trying again", e);
                napAfterFailure();
            }
        }
    }

    private void napAfterFailure() {
        try {
            Thread.sleep(LONGEST_NAP);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The earliest time of all schedules. */
    @Override
    public synchronized Optional<Instant> nextDue() {
        return schedules.values().stream()
                .flatMap(schedule -> schedule.nextTime().stream())
                .min(Comparator.naturalOrder());
    }

    @Override
    public synchronized void runDue() {
        fireDue();
    }

    private void fireDue() {
        var now = clock.instant();
        for (var schedule : List.copyOf(schedules.values())) {
            if (schedule.isDue(now)) {
                fire(schedule, now);
            }
        }
    }

    private void fire(Schedule schedule, Instant now) {
        usage.add("scheduler", "invocations", schedule.queue(), 1);
        try {
            queues.send(schedule.queue(), schedule.input(), Map.of());
        } catch (NoSuchQueueException e) {
            LOG.log(Level.WARNING, "schedule {0} fired into nothing: {1}", schedule.key(), e.getMessage());
        }
        var fired = schedule.fired(now);
        if (fired.leavesNothing()) {
            drop(fired);
        } else {
            keep(fired);
        }
    }

    private Duration untilNext() {
        var next =
                nextDue().map(time -> Duration.between(clock.instant(), time)).orElse(LONGEST_NAP);
        return next.compareTo(LONGEST_NAP) > 0 ? LONGEST_NAP : next.compareTo(SHORTEST_NAP) < 0 ? SHORTEST_NAP : next;
    }

    private void keep(Schedule schedule) {
        schedules.put(schedule.key(), schedule);
        stored.put(schedule.key(), write(schedule));
        notifyAll();
    }

    private void drop(Schedule schedule) {
        schedules.remove(schedule.key());
        stored.remove(schedule.key());
    }

    private static boolean sameToken(Schedule one, Schedule other) {
        var token = one.request().path("ClientToken").asText();
        return !token.isEmpty()
                && token.equals(other.request().path("ClientToken").asText());
    }

    private static byte[] write(Schedule schedule) {
        try {
            return JSON.writeValueAsBytes(schedule);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Schedule read(byte[] bytes) {
        try {
            return JSON.readValue(bytes, Schedule.class);
        } catch (IOException e) {
            throw new UncheckedIOException("a schedule in the state folder cannot be read", e);
        }
    }
}
