package io.trainyard.tests.mortal;

import com.fasterxml.jackson.databind.JsonNode;
import io.trainyard.events.ResourceName;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What SageMaker's own ledger says, by resource. Only names that are ours count. */
public final class Resources {

    private final Map<String, Resource> resources = new LinkedHashMap<>();
    private final Map<String, Long> calls = new LinkedHashMap<>();

    /** @param ledger the answer of {@code /_trainyard/sagemaker/ledger} */
    public Resources(JsonNode ledger) {
        for (JsonNode entry : ledger.path("entries")) {
            String call = entry.path("call").asText();
            if (!call.isEmpty()) {
                calls.merge(call, 1L, Long::sum);
            }
            Instant at = Instant.parse(entry.path("at").asText());
            ResourceName.parse(entry.path("name").asText())
                    .ifPresent(name -> resources
                            .computeIfAbsent(name.toString(), key -> new Resource(name, new ArrayList<>()))
                            .lines()
                            .add(new Resource.Line(at, what(entry))));
        }
    }

    /** {@code CreateModel}, {@code CreateModel refused}, {@code training-job launched}. */
    private static String what(JsonNode entry) {
        if (entry.has("call")) {
            return entry.path("call").asText();
        }
        return entry.has("refusal")
                ? entry.path("refusal").asText() + " refused"
                : entry.path("type").asText() + " " + entry.path("what").asText();
    }

    public Stream<Resource> all() {
        return resources.values().stream();
    }

    /** Those of one job. */
    public List<Resource> of(String jobId) {
        return all().filter(each -> each.name().jobId().equals(jobId)).toList();
    }

    /** How many calls there were whose operation fits, refused ones too. */
    public long calls(Predicate<String> operation) {
        return calls.entrySet().stream()
                .filter(entry -> operation.test(entry.getKey()))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }
}
