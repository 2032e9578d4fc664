package io.trainyard.simulation;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/** One seed: some jobs, whatever goes wrong, and whether every rule held. */
final class Simulation {

    private static final Duration LONGEST = Duration.ofDays(60);
    private static final int JOBS = 5;

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
        var stage = new Stage(seed, odds, tracing);
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
        if (world.stage().runUntil(end, invariants::afterEveryStep)) {
            throw new Violation("something is still on the agenda after 60 days");
        }
        invariants.whenDrained();
    }
}
