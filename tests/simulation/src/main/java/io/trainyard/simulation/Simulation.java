package io.trainyard.simulation;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/** One seed: some jobs, whatever goes wrong, and whether every rule held. */
final class Simulation {

    private static final Duration LONGEST = Duration.ofDays(60);
    private static final int JOBS = 5;

    /** A hundred times what a run usually handles. */
    private static final int MOST_MESSAGES = 30_000;

    /**
     * What became of a seed.
     *
     * @param violation the rule that broke; empty where none did
     * @param fired how often each fault fired
     * @param trace what happened, line by line; empty unless asked for
     */
    record Result(long seed, String violation, long handled, Map<Fault, Integer> fired, List<String> trace) {

        boolean holds() {
            return violation.isEmpty();
        }
    }

    private Simulation() {}

    static Result run(long seed, Odds odds, boolean brokenClaim, boolean tracing) {
        return run(new Stage(seed, odds, tracing), seed, brokenClaim);
    }

    /** A run in which a port does something else than it should, to see that it is caught. */
    static Result sabotaged(long seed, String call, Object answer) {
        var stage = new Stage(seed, Odds.HARSH, false);
        stage.sabotage().answer(call, answer);
        return run(stage, seed, false);
    }

    private static Result run(Stage stage, long seed, boolean brokenClaim) {
        String violation = "";
        try {
            play(new World(stage, brokenClaim));
        } catch (Violation broken) {
            violation = broken.getMessage();
        }
        return new Result(seed, violation, stage.handled(), stage.fired(), stage.trace());
    }

    private static void play(World world) {
        var invariants = new Invariants(world);
        int jobs = 1 + world.stage().chance().below(JOBS);
        for (int job = 1; job <= jobs; job++) {
            world.submit(job);
        }
        var end = world.stage().clock().instant().plus(LONGEST);
        if (world.stage().runUntil(end, () -> afterEveryStep(world.stage(), invariants))) {
            throw new Violation("something is still on the agenda after 60 days");
        }
        invariants.whenDrained();
    }

    private static void afterEveryStep(Stage stage, Invariants invariants) {
        if (stage.handled() > MOST_MESSAGES) {
            throw new Violation(MOST_MESSAGES + " messages and no end: something sends itself again and again");
        }
        invariants.afterEveryStep();
    }
}
