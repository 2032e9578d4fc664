package io.trainyard.tests.bench;

import io.trainyard.cli.Surroundings;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The account by itself, without functions, each figure beside moto's server where moto can do the same. */
final class AccountRows implements Measurement {

    private static final int STARTS = 5;
    private static final double MOST_SECONDS = 2;
    private static final double MOST_MEGABYTES = 350;
    private static final double MOST_WRITE = 1;
    private static final double MOST_MESSAGE = 3;

    private final Surroundings surroundings;

    AccountRows(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public String name() {
        return "calls";
    }

    /** What was measured of one account. */
    private record Figure(double seconds, Samples writes, Samples messages, double megabytes) {}

    @Override
    public List<Row> take() throws IOException, InterruptedException {
        List<Double> starts = new ArrayList<>();
        for (int i = 1; i < STARTS; i++) {
            try (var account = BareAccount.start(surroundings)) {
                starts.add(account.startedIn());
            }
        }
        List<Row> rows = new ArrayList<>();
        try (var account = BareAccount.start(surroundings);
                var calls = account.calls()) {
            starts.add(account.startedIn());
            var writes = calls.conditionalWrites();
            var messages = calls.sendsToReceives();
            Samples all = Samples.of(starts);
            rows.addAll(ours(all, new Figure(all.median(), writes, messages, Resident.megabytes(account.pid()))));
        }
        rows.addAll(motos());
        return rows;
    }

    private static List<Row> ours(Samples starts, Figure figure) {
        return List.of(
                row(
                        "start without functions (median / largest)",
                        "2 s",
                        Figures.precise(starts.median()) + " / " + Figures.precise(starts.largest()) + " s",
                        STARTS + " new homes",
                        Verdict.of(figure.seconds() <= MOST_SECONDS)),
                calls("DynamoDB conditional write (p50 / p99)", "1 ms p50", figure.writes(), MOST_WRITE),
                calls("SQS send to receive (p50 / p99)", "3 ms p50", figure.messages(), MOST_MESSAGE),
                row(
                        "resident without functions, after these calls",
                        "350 MB",
                        Math.round(figure.megabytes()) + " MB",
                        "1 process",
                        Verdict.of(figure.megabytes() <= MOST_MEGABYTES)));
    }

    private List<Row> motos() throws InterruptedException {
        try (var moto = Moto.start(surroundings);
                var calls = moto.calls()) {
            return List.of(
                    row(
                            "moto's server: start",
                            "-",
                            Figures.precise(moto.startedIn()) + " s",
                            "1 start",
                            Verdict.MEASURED),
                    calls("moto's server: DynamoDB conditional write", "-", calls.conditionalWrites(), 0),
                    calls("moto's server: SQS send to receive", "-", calls.sendsToReceives(), 0),
                    row(
                            "moto's server: resident",
                            "-",
                            Math.round(Resident.megabytes(moto.pid())) + " MB",
                            "1 process",
                            Verdict.MEASURED));
        } catch (IOException absent) {
            return List.of(Row.notRun("moto's server", "-", "moto_server is not on the PATH"));
        }
    }

    private static Row calls(String measure, String target, Samples samples, double most) {
        return new Row(
                measure,
                target,
                Figures.precise(samples.median()) + " / " + Figures.precise(samples.percentile(99)) + " ms",
                samples.count() + " calls",
                AwsCalls.WARM_UP + " calls",
                most == 0 ? Verdict.MEASURED : Verdict.of(samples.median() <= most),
                List.of());
    }

    private static Row row(String measure, String target, String measured, String n, Verdict verdict) {
        return new Row(measure, target, measured, n, "-", verdict, List.of());
    }
}
