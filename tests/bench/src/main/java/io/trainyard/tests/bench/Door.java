package io.trainyard.tests.bench;

import io.trainyard.cli.api.JobView;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A prediction through the public API beside the same prediction asked of the container itself, in turn. */
final class Door implements Measurement {

    private static final int WARM_UP = 3_000;
    private static final int MEASURED = 1500;
    private static final double MEDIAN = 5;
    private static final double P99 = 15;
    private static final String ROWS = "1,2,3\n";
    private static final Pattern SERVING = Pattern.compile("serving on ([0-9.]+:[0-9]+)");

    private final Arena arena;
    private final Jobs jobs;
    private final JobRequests requests;
    private final String data;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    Door(Arena arena, Jobs jobs, JobRequests requests, String data) {
        this.arena = arena;
        this.jobs = jobs;
        this.requests = requests;
        this.data = data;
    }

    @Override
    public String name() {
        return "inference door";
    }

    @Override
    public List<Row> take() throws IOException, InterruptedException {
        JobView job = jobs.run(requests.endpoint(data));
        URI door = arena.account().endpoint().resolve("/models/" + job.jobId() + "/predictions");
        URI container = URI.create("http://" + container() + "/invocations");
        for (int i = 0; i < WARM_UP; i++) {
            ask(door);
            ask(container);
        }
        List<Double> through = new ArrayList<>();
        List<Double> direct = new ArrayList<>();
        for (int i = 0; i < MEASURED; i++) {
            through.add(ask(door));
            direct.add(ask(container));
        }
        return List.of(row(Samples.of(through), Samples.of(direct)));
    }

    private double ask(URI uri) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(uri)
                .header("Content-Type", "text/csv")
                .header(
                        "Authorization",
                        "Bearer " + arena.account().token("infer").orElseThrow())
                .POST(BodyPublishers.ofString(ROWS))
                .build();
        long began = System.nanoTime();
        HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
        double millis = (System.nanoTime() - began) / 1e6;
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(uri + " answered " + answer.statusCode() + ": " + answer.body());
        }
        return millis;
    }

    /** Where the one endpoint's container listens, as it says itself in its log. */
    private String container() throws IOException {
        try (Stream<Path> logs = Files.walk(arena.home().logs().resolve("sagemaker/Endpoints"))) {
            for (Path log : logs.filter(Files::isRegularFile).toList()) {
                var found = SERVING.matcher(Files.readString(log));
                if (found.find()) {
                    return found.group(1);
                }
            }
        }
        throw new IllegalStateException("no endpoint's log says where its container listens");
    }

    private static Row row(Samples through, Samples direct) {
        double median = through.median() - direct.median();
        double p99 = through.percentile(99) - direct.percentile(99);
        return new Row(
                "inference door over a direct call (p50 / p99)",
                "+5 / +15 ms",
                "+" + Figures.number(median) + " / +" + Figures.number(p99) + " ms",
                through.count() + " calls each",
                WARM_UP + " calls each",
                Verdict.of(median <= MEDIAN && p99 <= P99),
                List.of(
                        "POST /models/{id}/predictions and the container's own /invocations in turn, one caller; the"
                                + " difference of the percentiles.",
                        "Through the door %s, direct %s (p50 / p99)."
                                .formatted(Figures.pair(through, "ms"), Figures.pair(direct, "ms"))));
    }
}
