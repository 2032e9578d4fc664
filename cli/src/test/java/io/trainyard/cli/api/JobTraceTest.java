package io.trainyard.cli.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.trainyard.cli.api.JobTrace.Span;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JobTraceTest {

    private static final List<EventView> EVENTS = List.of(
            event("a", "job-requested", "jobs", 0, "a"),
            event("b", "job-accepted", "intake", 2, "a"),
            event("c", "training-failed", "training", 9, "b"),
            event("d", "job-resume-requested", "jobs", 20, "d"),
            event("e", "endpoint-retired", "endpoints", 30, "of-another-job"));

    @Test
    void aSpanLastsFromTheCauseToWhatCameOfIt() {
        Span failed = JobTrace.of(EVENTS).spans().get(2);

        assertThat(failed.parent()).contains("b");
        assertThat(failed.took()).isEqualTo(Duration.ofSeconds(7));
    }

    /** A resume, a cancel, and what another job's endpoint led to, have no cause in the job: they stand under its first event. */
    @Test
    void oneTreeHoldsEveryEvent() {
        JobTrace trace = JobTrace.of(EVENTS);

        assertThat(trace.rows()).extracting(row -> row.event().id()).containsExactly("a", "b", "c", "d", "e");
        assertThat(trace.rows()).filteredOn(row -> row.branch().isEmpty()).hasSize(1);
        assertThat(trace.spans())
                .filteredOn(span -> span.elsewhere().isPresent())
                .hasSize(1);
        assertThat(trace.took()).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void isOneTraceOfOpenTelemetryWhoseSpansAllHaveParents() {
        JsonNode document = new OtlpDocument("job", JobTrace.of(EVENTS)).tree();

        List<JsonNode> spans = spans(document);
        assertThat(spans).hasSize(EVENTS.size());
        assertThat(spans)
                .extracting(span -> span.path("traceId").textValue())
                .containsOnly(spans.getFirst().path("traceId").textValue());
        assertThat(spans).allSatisfy(span -> {
            assertThat(span.path("traceId").textValue()).matches("[0-9a-f]{32}");
            assertThat(span.path("spanId").textValue()).matches("[0-9a-f]{16}");
        });
        List<String> ids =
                spans.stream().map(span -> span.path("spanId").textValue()).toList();
        assertThat(spans)
                .filteredOn(span -> span.has("parentSpanId"))
                .hasSize(EVENTS.size() - 1)
                .allSatisfy(span ->
                        assertThat(ids).contains(span.path("parentSpanId").textValue()));
        assertThat(spans).filteredOn(span -> span.has("status")).hasSize(1);
        assertThat(document.path("resourceSpans").findValuesAsText("stringValue"))
                .contains("jobs", "intake", "training", "endpoints");
    }

    private static List<JsonNode> spans(JsonNode document) {
        var spans = new ArrayList<JsonNode>();
        document.path("resourceSpans")
                .forEach(service -> service.path("scopeSpans")
                        .forEach(scope -> scope.path("spans").forEach(spans::add)));
        return spans;
    }

    private static EventView event(String id, String name, String source, int second, String cause) {
        String at = "2026-03-01T10:00:%02dZ".formatted(second);
        return new EventView(id, name, source, Optional.of(at), Optional.empty(), Optional.empty(), Optional.of(cause));
    }
}
