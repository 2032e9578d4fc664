package io.trainyard.tests.chaos;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Draws the jobs of a run: their fates by share, their callers evenly, their order by the seed. */
final class JobMix {

    private static final List<String> CALLERS = List.of(PlannedJob.API, "acme.orders", "acme.returns", "acme.search");

    private JobMix() {}

    /** @param climbs whether the deployment knows spot, which somebody must climb down from */
    static List<PlannedJob> of(int count, long seed, boolean climbs) {
        List<Fate> fates = new ArrayList<>();
        for (Fate fate : Fate.values()) {
            if (fate == Fate.SPOT && !climbs) {
                continue;
            }
            long wanted = fate == Fate.MODEL ? 0 : Math.max(1, Math.round(count * fate.share()));
            for (int i = 0; i < wanted && fates.size() < count; i++) {
                fates.add(fate);
            }
        }
        while (fates.size() < count) {
            fates.add(Fate.MODEL);
        }
        Collections.shuffle(fates, new Random(seed));
        List<PlannedJob> jobs = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Fate fate = fates.get(i);
            // What is to fail in its first run must be known by its id beforehand, as an event's sender knows it.
            String caller = fate == Fate.RESUMED ? CALLERS.get(1) : CALLERS.get(i % CALLERS.size());
            jobs.add(new PlannedJob(caller, "chaos-" + seed + "-" + (i + 1), fate));
        }
        return List.copyOf(jobs);
    }
}
