package io.trainyard.pace;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * The tokens of one API family, and who has had them: a single value, so that the rate holds exactly however many ask at once.
 *
 * <p>The last token is kept for a caller that has had less than its share, so that the first call of one never waits behind the backlog
 * of another. Those that wait are told to come back one after the other, at the pace of the tokens, and not all at once.
 *
 * @param version counts the changes; a change is stored only over the version that it was made from
 * @param tokens what was there at {@code at}; less than none after calls that could not wait
 * @param callers those that wait or were served lately
 */
public record Bucket(long version, double tokens, Instant at, Map<String, Turn> callers) {

    /** A queue delays a message no longer. */
    static final Duration LONGEST = Duration.ofMinutes(15);

    private static final Duration SHORTEST = Duration.ofSeconds(1);

    /** Those who come back come a little faster than the tokens, so that none is left over because somebody was late. */
    private static final double EAGER = 0.9;

    /** Whoever would wait longer than a queue can delay comes back before that, spread over so many seconds. */
    private static final int SPREAD = 60;

    private static final Duration REMEMBERED = Duration.ofMinutes(5);

    public Bucket {
        Objects.requireNonNull(at, "at");
        callers = Map.copyOf(callers);
    }

    /**
     * What came of asking.
     *
     * @param delay zero where a token was taken
     */
    record Asked(Bucket bucket, Duration delay) {}

    /** A bucket that nobody has asked yet. */
    public static Bucket full(Rate rate, Instant now) {
        return new Bucket(0, rate.burst(), now, Map.of());
    }

    Asked ask(String caller, Rate rate, Instant now) {
        double there = refilled(rate, now);
        Turn turn = callers.getOrDefault(caller, Turn.NEW);
        long others = callers.entrySet().stream()
                .filter(other ->
                        !other.getKey().equals(caller) && other.getValue().waits(now))
                .count();
        Duration share = rate.time(Math.max(2, others + 1));
        boolean behind = !turn.granted().plus(share).isAfter(now);
        if (there >= (behind ? 1 : Math.min(2, rate.burst()))) {
            return new Asked(changed(there - 1, now, caller, new Turn(now, turn.line())), Duration.ZERO);
        }
        Instant line = turn.waits(now) ? turn.line() : now.plus(rate.time(Math.max(0, 1 - there)));
        Duration wait = Duration.between(now, line);
        if (wait.compareTo(LONGEST) > 0) {
            return new Asked(changed(there, now, caller, turn), LONGEST.minusSeconds(version % SPREAD));
        }
        Instant next = line.plus(rate.time((others + 1) * EAGER));
        Duration rounded = wait.compareTo(SHORTEST) < 0 ? SHORTEST : wait;
        return new Asked(changed(there, now, caller, new Turn(turn.granted(), next)), rounded);
    }

    /** Takes a token whether there is one or not: for the further calls of who has begun. Whoever asks next waits the longer. */
    Bucket charge(Rate rate, Instant now) {
        return new Bucket(version + 1, refilled(rate, now) - 1, now, callers);
    }

    private double refilled(Rate rate, Instant now) {
        return Math.min(rate.burst(), tokens + rate.tokens(Duration.between(at, now)));
    }

    private Bucket changed(double left, Instant now, String caller, Turn turn) {
        var lately = new TreeMap<String, Turn>();
        callers.forEach((name, one) -> {
            if (one.waits(now) || one.granted().plus(REMEMBERED).isAfter(now)) {
                lately.put(name, one);
            }
        });
        lately.put(caller, turn);
        return new Bucket(version + 1, left, now.isAfter(at) ? now : at, lately);
    }
}
