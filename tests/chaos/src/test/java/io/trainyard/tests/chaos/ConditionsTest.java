package io.trainyard.tests.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConditionsTest {

    @Test
    void leavesEverythingToChanceWhereThereAreManyJobs() {
        assertThat(classes(300))
                .noneMatch(fault -> fault.has("times"))
                .allSatisfy(fault -> assertThat(fault.path("rate").asDouble()).isBetween(0.001, 0.5));
    }

    @Test
    void asksForAnEndpointOftenEnoughThatChanceBringsFiveRefusals() {
        long endpoints = JobMix.of(300, 1, true).stream()
                .filter(job -> job.fate() == Fate.ENDPOINT)
                .count();

        double refusals = endpoints
                * fault(classes(300), "no capacity for endpoints").path("rate").asDouble();

        assertThat(refusals)
                .as("so many on average that less than 5 comes once in a thousand runs")
                .isGreaterThan(14);
    }

    @Test
    void countsWhatIsSeldomWhereThereAreFew() {
        assertThat(classes(20))
                .filteredOn(fault -> fault.has("times"))
                .extracting(fault -> fault.path("id").asText())
                .contains("lost answers", "functions killed after their call", "no capacity for endpoints");
        assertThat(fault(classes(20), "lost answers").toString()).contains("\"rate\":1", "\"skip\":7", "\"times\":2");
        assertThat(fault(classes(20), "lost events").path("rate").asDouble()).isEqualTo(0.05);
    }

    private static JsonNode fault(List<? extends JsonNode> faults, String id) {
        return faults.stream()
                .filter(fault -> fault.path("id").asText().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static List<? extends JsonNode> classes(int count) {
        return new Conditions(Options.parse(List.of()), JobMix.of(count, 1, true), true).classes();
    }
}
