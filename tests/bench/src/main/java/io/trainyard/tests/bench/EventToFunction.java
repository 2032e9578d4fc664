package io.trainyard.tests.bench;

import io.trainyard.cli.Surroundings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** From PutEvents called to a warm function invoked, one event at a time, as the function itself logs it. */
final class EventToFunction implements Measurement {

    private static final double MOST = 6;
    private static final int WARM_UP = 1_000;
    private static final int MEASURED = 1_000;
    private static final Duration BETWEEN = Duration.ofMillis(5);
    private static final int GLANCES = 6_000;

    private final Surroundings surroundings;

    EventToFunction(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public String name() {
        return "event to function";
    }

    @Override
    public List<Row> take() throws IOException, InterruptedException {
        Path services = Folders.temporary();
        try (var account = BareAccount.with(surroundings, EchoService.write(services));
                var calls = account.calls()) {
            Map<String, Instant> sent = new HashMap<>();
            for (int i = 0; i < WARM_UP + MEASURED; i++) {
                sent.put(mark(i), Instant.now(surroundings.clock()));
                calls.putEvent(EchoFunction.EVENT, "{\"mark\": \"" + mark(i) + "\"}");
                surroundings.pauseFor(BETWEEN);
            }
            return List.of(row(sent, heard(account.logs().resolve(EchoService.FUNCTION + ".log"))));
        } finally {
            Folders.remove(services);
        }
    }

    private static String mark(int number) {
        return "mark-" + number + "-";
    }

    /** When the function was called with each event, once it has been called with all. */
    private Map<String, Instant> heard(Path log) throws IOException {
        for (int i = 0; i < GLANCES; i++) {
            Map<String, Instant> heard = new HashMap<>();
            var calls = EchoFunction.CALLED.matcher(Files.readString(log));
            while (calls.find()) {
                heard.putIfAbsent(calls.group("mark"), Instant.parse(calls.group("at")));
            }
            if (heard.size() == WARM_UP + MEASURED) {
                return heard;
            }
            surroundings.pauseFor(BETWEEN);
        }
        throw new IllegalStateException("the function was not called with every event");
    }

    private static Row row(Map<String, Instant> sent, Map<String, Instant> heard) {
        List<Double> millis = new ArrayList<>();
        for (int i = WARM_UP; i < WARM_UP + MEASURED; i++) {
            millis.add(Timeline.millis(sent.get(mark(i)), heard.get(mark(i))));
        }
        Samples samples = Samples.of(millis);
        return new Row(
                "PutEvents to a warm function invoked (p50 / p99)",
                "6 ms p50",
                Figures.pair(samples, "ms"),
                samples.count() + " events",
                WARM_UP + " events",
                Verdict.of(samples.median() <= MOST),
                List.of(
                        "PutEvents called, the rule, the queue, the function's own first line. moto needs Docker for this."));
    }
}
