package io.trainyard.tests.watchdog;

import io.trainyard.tests.mortal.Resources;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * How often SageMaker was asked how its training jobs are.
 *
 * @param describes calls of Describe, all of them
 * @param lists calls of List, of whatever
 * @param most looks at one job
 * @param quick jobs whose training settled before its timer can have fired
 * @param wrong jobs that were looked at too often, in words
 */
record LookCount(long describes, long lists, int most, int quick, List<String> wrong) {

    static LookCount of(List<AskedJob> jobs, Resources ledger, Watch watch) {
        int most = 0;
        int quick = 0;
        List<String> wrong = new ArrayList<>();
        for (AskedJob job : jobs) {
            List<Instant> looks = job.looks(ledger);
            most = Math.max(most, looks.size());
            Instant created = job.created(ledger).orElse(job.at());
            boolean first = job.goneOn(ledger)
                    .filter(next -> watch.inFirstInterval(created, next))
                    .isPresent();
            quick += first ? 1 : 0;
            if (first && !looks.isEmpty()) {
                wrong.add("job %s settled in its first interval and was looked at %d times"
                        .formatted(job.id(), looks.size()));
            } else if (!looks.isEmpty() && looks.size() > watch.ticks(created, looks.getLast())) {
                wrong.add("job %s, created at %s, was looked at more often than its timer fires: %s"
                        .formatted(job.id(), created, looks));
            }
        }
        long describes = ledger.calls(name -> name.startsWith("Describe"));
        return new LookCount(describes, ledger.calls(name -> name.startsWith("List")), most, quick, List.copyOf(wrong));
    }

    boolean holds() {
        return lists == 0 && quick > 0 && wrong.isEmpty();
    }

    String line() {
        return "Describe %d (at most %d for one job, %d times more often than its timer fired), %d settled in their first interval, List %d"
                .formatted(describes, most, wrong.size(), quick, lists);
    }
}
