package io.trainyard.simulation;

import java.util.Map;

/** How often each fault strikes in a run: once in so many times. */
final class Odds {

    /** Nothing goes wrong, and nobody meddles. */
    static final Odds NONE = new Odds(false, Map.of());

    /** Everything may go wrong; in each run some of it never does and some of it does more often than usual. */
    static final Odds HARSH = new Odds(true, Map.of());

    private final boolean harsh;
    private final Map<Fault, Integer> always;

    private Odds(boolean harsh, Map<Fault, Integer> always) {
        this.harsh = harsh;
        this.always = always;
    }

    /** One fault alone, once in so many times in every run. */
    static Odds only(Fault fault, int oneIn) {
        return new Odds(false, Map.of(fault, oneIn));
    }

    /** What one run has to expect, by the ordinals of the faults: once in so many times, 0 for never. Runs differ, because where everything goes wrong at once little else gets far enough to. */
    int[] draw(Chance chance) {
        var drawn = new int[Fault.values().length];
        always.forEach((fault, oneIn) -> drawn[fault.ordinal()] = oneIn);
        if (!harsh) {
            return drawn;
        }
        for (Fault fault : Fault.values()) {
            int oneIn = fault.oneIn();
            switch (chance.below(8)) {
                case 0, 1 -> {
                    // Not in this run.
                }
                case 2 -> drawn[fault.ordinal()] = Math.max(Math.min(oneIn, 2), oneIn / 2);
                default -> drawn[fault.ordinal()] = oneIn;
            }
        }
        return drawn;
    }
}
