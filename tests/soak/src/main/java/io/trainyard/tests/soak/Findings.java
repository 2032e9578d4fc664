package io.trainyard.tests.soak;

import io.trainyard.cli.api.JobView;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a soak has shown. */
record Findings(List<JobView> ends, Counts counts, int accountKills, int functionKills, Left left, Duration took) {

    private static final Set<String> SERVED = Set.of("READY", "ENDPOINT_DELETED");

    /** Whether every job came through, nothing that had finished was done twice, and nothing is left. */
    boolean clean() {
        return failed().isEmpty()
                && counts.trainedAgain().isEmpty()
                && counts.accepted() == counts.trainings()
                && counts.trainings() == ends.size()
                && left.nothing();
    }

    private List<JobView> failed() {
        return ends.stream().filter(job -> !SERVED.contains(job.status())).toList();
    }

    List<String> lines() {
        Map<String, Long> statuses =
                ends.stream().collect(Collectors.groupingBy(JobView::status, TreeMap::new, Collectors.counting()));
        var summary = Stream.of(
                "took %d s; account killed %d times, functions %d times"
                        .formatted(took.toSeconds(), accountKills, functionKills),
                "%d jobs: %s".formatted(ends.size(), statuses),
                "creates of training jobs: %d asked, %d accepted, %d training jobs"
                        .formatted(counts.creates(), counts.accepted(), counts.trainings()),
                "launches of train: %d, of which %d for jobs whose training was cut short; again after the end: %d"
                        .formatted(
                                counts.launches(),
                                counts.launches() - counts.trainings(),
                                counts.trainedAgain().size()),
                "calls: " + counts.calls(),
                "refused: " + counts.refused(),
                "processes left: " + left.processes().size() + ", temporary files left: "
                        + left.temporary().size(),
                "kept on disk: " + left.kept());
        var again = counts.trainedAgain().stream().map(name -> "trained again after its end: " + name);
        var details = Stream.concat(failed().stream().map(Findings::describe), Stream.concat(again, left.lines()));
        return Stream.concat(summary, Stream.concat(details, Stream.of(clean() ? "clean" : "NOT CLEAN")))
                .toList();
    }

    private static String describe(JobView job) {
        return "%s (%s) is %s: %s %s"
                .formatted(job.jobId(), job.name(), job.status(), job.cause().orElse("no cause"), job.waiting());
    }
}
