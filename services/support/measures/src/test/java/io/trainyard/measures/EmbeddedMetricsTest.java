package io.trainyard.measures;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.trainyard.events.json.Json;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The lines are what CloudWatch's specification of the format asks for. */
class EmbeddedMetricsTest {

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    private final List<String> lines = new ArrayList<>();
    private final Measures measures =
            new EmbeddedMetrics("ty-prod", "training", Clock.fixed(NOON, ZoneOffset.UTC), lines::add);

    @Test
    void writesOneLineAsCloudWatchReadsIt() {
        measures.record(Measure.HOP_TIME, 12.5, Map.of("jobId", "job1", "step", "train"));

        assertThat(lines).singleElement().isEqualTo("""
                {"Deployment":"ty-prod","HopTime":12.5,"Service":"training",\
                "_aws":{"CloudWatchMetrics":[{"Dimensions":[["Deployment","Service"]],\
                "Metrics":[{"Name":"HopTime","Unit":"Milliseconds"}],"Namespace":"Trainyard"}],"Timestamp":1767268800000},\
                "jobId":"job1","step":"train"}""");
    }

    /** Every dimension and every metric that a directive names is a member of the line's root; dimensions are texts, values are numbers. */
    @ParameterizedTest
    @EnumSource
    void whatADirectiveNamesIsThere(Measure measure) {
        measures.record(measure, 3, Map.of());

        JsonNode line = Json.tree(lines.getFirst());
        JsonNode directive = line.at("/_aws/CloudWatchMetrics/0");
        assertThat(line.at("/_aws/Timestamp").isIntegralNumber()).isTrue();
        assertThat(directive.at("/Namespace").asText()).isNotBlank();
        directive
                .at("/Dimensions/0")
                .forEach(name -> assertThat(line.path(name.asText()).isTextual())
                        .as(name.asText())
                        .isTrue());
        assertThat(directive.at("/Metrics")).hasSize(1);
        assertThat(line.path(directive.at("/Metrics/0/Name").asText()).asDouble())
                .isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY})
    void leavesOutWhatIsNoNumber(double value) {
        measures.record(Measure.JOB_COST, value, Map.of());
        assertThat(lines).isEmpty();
    }

    @Test
    void whatIsKnownBesidesNeverHidesTheMeasure() {
        measures.record(Measure.DELAY, 7, Map.of("Delay", "long", "Service", "other"));

        JsonNode line = Json.tree(lines.getFirst());
        assertThat(line.path("Delay").asDouble()).isEqualTo(7);
        assertThat(line.path("Service").asText()).isEqualTo("training");
    }
}
