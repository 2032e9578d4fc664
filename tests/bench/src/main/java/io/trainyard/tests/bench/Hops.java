package io.trainyard.tests.bench;

import io.trainyard.cli.api.JobView;
import io.trainyard.cli.output.Elapsed;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Steps that do nothing, one job in flight. */
final class Hops implements Measurement {

    private static final int STEPS = 40;
    private static final int WARM_UP = 60;
    private static final int MEASURED = 15;
    private static final double MEDIAN = 10;
    private static final double P99 = 50;
    private static final double ROW = 500;
    private static final String SAID = "probe-completed";

    private final Jobs jobs;
    private final JobRequests requests;
    private final Path log;

    Hops(Jobs jobs, JobRequests requests, Path log) {
        this.log = log;
        this.jobs = jobs;
        this.requests = requests;
    }

    @Override
    public String name() {
        return "hop";
    }

    @Override
    public List<Row> take() throws IOException {
        for (int i = 0; i < WARM_UP; i++) {
            one();
        }
        List<Double> hops = new ArrayList<>();
        List<Double> cycles = new ArrayList<>();
        List<Double> rows = new ArrayList<>();
        for (int i = 0; i < MEASURED; i++) {
            JobView job = one();
            Timeline all = Timeline.of(job);
            Timeline steps = all.only(SAID);
            steps.gaps().forEach(gap -> cycles.add(gap.millis()));
            hops.addAll(hops(job, Claims.of(log, job.jobId())));
            rows.add(Timeline.millis(all.only("job-accepted").first(), steps.last()));
        }
        return List.of(hop(Samples.of(hops), Samples.of(cycles)), inARow(Samples.of(rows)));
    }

    /** From each step's event to the claim of the step that it released. */
    private static List<Double> hops(JobView job, Map<String, Instant> claims) {
        Map<String, Instant> said = job.events().stream()
                .filter(event -> event.name().equals(SAID))
                .collect(Collectors.toMap(
                        event -> event.step().orElseThrow(),
                        event -> event.at().flatMap(Elapsed::instant).orElseThrow()));
        return IntStream.range(1, STEPS)
                .mapToObj(i -> Timeline.millis(said.get("p" + i), claims.get("p" + (i + 1))))
                .toList();
    }

    private JobView one() {
        String jobId = jobs.submit(requests.probes(STEPS));
        return jobs.await(jobId, job -> Jobs.succeeded(job).isOver() && said(job) == STEPS);
    }

    private static int said(JobView job) {
        return Timeline.of(job).only(SAID).moments().size();
    }

    private static Row hop(Samples hops, Samples cycles) {
        return new Row(
                "hop, one job in flight (p50 / p99)",
                "10 / 50 ms",
                Figures.pair(hops, "ms"),
                hops.count() + " hops",
                WARM_UP + " jobs of " + STEPS,
                Verdict.of(hops.median() <= MEDIAN && hops.percentile(99) <= P99),
                List.of(
                        "From the moment a step's event is built, just before PutEvents is called, to the moment the next"
                                + " step's handler has its claim's write answered, as it logs: PutEvents, matching, the"
                                + " queue, the function, the write.",
                        "Mean %s ms, largest %s ms."
                                .formatted(Figures.number(hops.mean()), Figures.number(hops.largest())),
                        "From a step's event to the next step's event, which the read of the tombstone and the building of"
                                + " the event come on top of: %s (p50 / p99).".formatted(Figures.pair(cycles, "ms"))));
    }

    private static Row inARow(Samples rows) {
        return new Row(
                STEPS + " probe steps in a row (median / largest)",
                "500 ms",
                Figures.number(rows.median()) + " / " + Figures.number(rows.largest()) + " ms",
                rows.count() + " jobs",
                WARM_UP + " jobs",
                Verdict.of(rows.median() <= ROW),
                List.of("From job-accepted to the last step's event."));
    }
}
