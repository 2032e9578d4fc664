package io.trainyard.tests.bench;

import io.trainyard.cli.api.JobView;
import java.util.ArrayList;
import java.util.List;

/** Steps that do nothing, one job in flight. */
final class Hops implements Measurement {

    private static final int STEPS = 40;
    private static final int WARM_UP = 25;
    private static final int MEASURED = 15;
    private static final double MEDIAN = 10;
    private static final double P99 = 50;
    private static final double ROW = 500;
    private static final String SAID = "probe-completed";

    private final Jobs jobs;
    private final JobRequests requests;

    Hops(Jobs jobs, JobRequests requests) {
        this.jobs = jobs;
        this.requests = requests;
    }

    @Override
    public String name() {
        return "hop";
    }

    @Override
    public List<Row> take() {
        for (int i = 0; i < WARM_UP; i++) {
            one();
        }
        List<Double> hops = new ArrayList<>();
        List<Double> rows = new ArrayList<>();
        for (int i = 0; i < MEASURED; i++) {
            Timeline all = Timeline.of(one());
            Timeline steps = all.only(SAID);
            steps.gaps().forEach(gap -> hops.add(gap.millis()));
            rows.add(Timeline.millis(all.only("job-accepted").first(), steps.last()));
        }
        return List.of(hop(Samples.of(hops)), inARow(Samples.of(rows)));
    }

    private JobView one() {
        String jobId = jobs.submit(requests.probes(STEPS));
        return jobs.await(jobId, job -> Jobs.succeeded(job).isOver() && said(job) == STEPS);
    }

    private static int said(JobView job) {
        return Timeline.of(job).only(SAID).moments().size();
    }

    private static Row hop(Samples hops) {
        return new Row(
                "hop, one job in flight (p50 / p99)",
                "10 / 50 ms",
                Figures.pair(hops, "ms"),
                hops.count() + " hops",
                WARM_UP + " jobs of " + STEPS,
                Verdict.of(hops.median() <= MEDIAN && hops.percentile(99) <= P99),
                List.of(
                        "From the moment a step's event is built, just before PutEvents, to the same moment of the next step."
                                + " That holds PutEvents, matching, the queue, the function, its claim's write and the read"
                                + " of the tombstone: more than the hop itself, which ends with the claim's write.",
                        "Mean %s ms, largest %s ms."
                                .formatted(Figures.number(hops.mean()), Figures.number(hops.largest()))));
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
