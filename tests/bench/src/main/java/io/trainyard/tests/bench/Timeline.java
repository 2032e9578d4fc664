package io.trainyard.tests.bench;

import io.trainyard.cli.api.EventView;
import io.trainyard.cli.api.JobView;
import io.trainyard.cli.output.Elapsed;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * When the events of one job happened, as their speakers stamped them just before PutEvents.
 *
 * @param moments the earliest first
 */
record Timeline(List<Moment> moments) {

    /** One event. */
    record Moment(String event, Instant at) {}

    /** From one event to the next, in milliseconds. */
    record Gap(String from, String to, double millis) {}

    Timeline {
        moments = moments.stream().sorted(Comparator.comparing(Moment::at)).toList();
    }

    static Timeline of(JobView job) {
        return new Timeline(job.events().stream().flatMap(Timeline::moment).toList());
    }

    Timeline only(String event) {
        return new Timeline(
                moments.stream().filter(moment -> moment.event().equals(event)).toList());
    }

    List<Gap> gaps() {
        return java.util.stream.IntStream.range(1, moments.size())
                .mapToObj(i -> gap(moments.get(i - 1), moments.get(i)))
                .toList();
    }

    Instant first() {
        return moments.getFirst().at();
    }

    Instant last() {
        return moments.getLast().at();
    }

    static double millis(Instant from, Instant to) {
        return Duration.between(from, to).toNanos() / 1e6;
    }

    private static Gap gap(Moment from, Moment to) {
        return new Gap(from.event(), to.event(), millis(from.at(), to.at()));
    }

    private static Stream<Moment> moment(EventView event) {
        return event.at().flatMap(Elapsed::instant).stream().map(at -> new Moment(event.name(), at));
    }
}
