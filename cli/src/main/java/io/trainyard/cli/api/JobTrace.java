package io.trainyard.cli.api;

import io.trainyard.cli.output.Elapsed;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The events of a job as one trace: what a service said lasted from the event that led to it until it was said. The context travels in
 * the events' metadata ({@code causationId}), so no service keeps any.
 *
 * @param spans the earliest first; the first is the root of all others
 */
public record JobTrace(List<Span> spans) {

    /**
     * From a cause to what came of it.
     *
     * @param event what was said
     * @param parent the id of the event above it; empty for the root
     * @param start when its cause was said; for what a person asked for, when they did
     * @param elsewhere the event of another job that led to it, such as the endpoint for which this job's had to leave
     */
    public record Span(
            EventView event, Optional<String> parent, Instant start, Instant end, Optional<String> elsewhere) {

        public Duration took() {
            return Duration.between(start, end);
        }
    }

    public JobTrace {
        spans = List.copyOf(spans);
    }

    /** @param events of one job in the order of their times; one without a time is left out */
    public static JobTrace of(List<EventView> events) {
        Map<String, EventView> known =
                events.stream().collect(Collectors.toMap(EventView::id, Function.identity(), (one, other) -> one));
        List<Span> spans = new ArrayList<>();
        for (EventView event : events) {
            Optional<Instant> end = event.at().flatMap(Elapsed::instant);
            if (end.isPresent()) {
                spans.add(span(event, end.get(), known, spans));
            }
        }
        return new JobTrace(spans);
    }

    private static Span span(EventView event, Instant end, Map<String, EventView> known, List<Span> before) {
        Optional<String> named = event.causationId().filter(cause -> !cause.equals(event.id()));
        Optional<EventView> cause = named.map(known::get);
        Optional<String> root =
                before.stream().findFirst().map(first -> first.event().id());
        Instant start = cause.flatMap(EventView::at).flatMap(Elapsed::instant).orElse(end);
        Optional<String> elsewhere = cause.isPresent() ? Optional.empty() : named;
        Optional<String> parent = cause.map(EventView::id).or(() -> root);
        return new Span(event, before.isEmpty() ? Optional.empty() : parent, start, end, elsewhere);
    }

    /** The spans as a tree: what people asked for later, and what another job led to, stands under the root. */
    public List<EventTree.Row> rows() {
        return new EventTree(spans.stream()
                        .map(span -> span.event().causedBy(span.parent()))
                        .toList())
                .rows();
    }

    /** The span of an event of this trace. */
    public Span span(EventView event) {
        return spans.stream()
                .filter(span -> span.event().id().equals(event.id()))
                .findFirst()
                .orElseThrow();
    }

    /** When the first event was said; there has to be one. */
    public Instant start() {
        return spans.getFirst().start();
    }

    /** From the first event to the last. */
    public Duration took() {
        Instant end = spans.stream().map(Span::end).max(Instant::compareTo).orElseThrow();
        return Duration.between(start(), end);
    }
}
