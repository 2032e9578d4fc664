package io.trainyard.tests.bench;

import com.fasterxml.jackson.databind.JsonNode;
import io.trainyard.cli.api.JobView;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whole jobs at once with a trainer that does nothing. */
final class WholeJobs implements Measurement {

    private static final int AT_ONCE = 30;
    private static final int WARM_UP = 6;

    private final Jobs jobs;
    private final JobRequests requests;
    private final String data;

    WholeJobs(Jobs jobs, JobRequests requests, String data) {
        this.jobs = jobs;
        this.requests = requests;
        this.data = data;
    }

    @Override
    public String name() {
        return "whole jobs per second";
    }

    @Override
    public List<Row> take() {
        together(WARM_UP);
        List<Timeline> timelines = together(AT_ONCE);
        Instant first = timelines.stream()
                .map(Timeline::first)
                .min(Comparator.naturalOrder())
                .orElseThrow();
        Instant last = timelines.stream()
                .map(Timeline::last)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        double seconds = Timeline.millis(first, last) / 1000;
        return List.of(new Row(
                "whole jobs per second, no-op trainer",
                "-",
                Figures.precise(AT_ONCE / seconds) + " jobs/s",
                AT_ONCE + " jobs at once",
                WARM_UP + " jobs",
                Verdict.MEASURED,
                Stream.concat(
                                Stream.of("Training and model, no endpoint, from the first event to the last: "
                                        + Figures.number(seconds)
                                        + " s. Mean time of a job from one event to the next:"),
                                parts(timelines))
                        .toList()));
    }

    private List<Timeline> together(int count) {
        List<JsonNode> all =
                Stream.generate(() -> requests.model(data)).limit(count).toList();
        List<String> ids = jobs.submitTogether(all);
        return ids.stream()
                .map(jobs::finished)
                .map(Jobs::succeeded)
                .map(WholeJobs::timeline)
                .toList();
    }

    private static Timeline timeline(JobView job) {
        return Timeline.of(job);
    }

    private static Stream<String> parts(List<Timeline> timelines) {
        Map<String, List<Double>> gaps = timelines.stream()
                .flatMap(timeline -> timeline.gaps().stream())
                .collect(Collectors.groupingBy(
                        gap -> gap.from() + " -> " + gap.to(),
                        TreeMap::new,
                        Collectors.mapping(Timeline.Gap::millis, Collectors.toList())));
        return gaps.entrySet().stream()
                .sorted(Comparator.comparingDouble(part -> -sum(part.getValue())))
                .map(part -> "%s: %s ms (%d times)"
                        .formatted(
                                part.getKey(),
                                Figures.number(Samples.of(part.getValue()).mean()),
                                part.getValue().size()));
    }

    private static double sum(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).sum();
    }
}
