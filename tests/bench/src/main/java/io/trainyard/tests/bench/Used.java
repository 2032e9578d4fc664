package io.trainyard.tests.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.TreeMap;

/**
 * What an account has used: amounts by {@code service what of}, as {@code sqs sends ty-local-training}.
 *
 * @param amounts sorted
 */
record Used(Map<String, Double> amounts) {

    Used {
        amounts = new TreeMap<>(amounts);
    }

    /** What the account tells at {@code /_trainyard/usage}. */
    static Used of(JsonNode answer) {
        Map<String, Double> amounts = new TreeMap<>();
        answer.path("usage").forEach(entry -> {
            String name = "%s %s %s"
                    .formatted(
                            entry.path("service").asText(),
                            entry.path("what").asText(),
                            entry.path("of").asText());
            amounts.merge(name.strip(), entry.path("amount").asDouble(), Double::sum);
        });
        return new Used(amounts);
    }

    /** The same with one more amount. */
    Used with(String name, double amount) {
        Map<String, Double> more = new TreeMap<>(amounts);
        more.merge(name, amount, Double::sum);
        return new Used(more);
    }

    /** What came on top of what had been used before, divided by this number of jobs. */
    Used since(Used before, int jobs) {
        Map<String, Double> each = new TreeMap<>(amounts);
        each.replaceAll((name, amount) -> (amount - before.amounts.getOrDefault(name, 0.0)) / jobs);
        each.values().removeIf(amount -> amount == 0);
        return new Used(each);
    }

    /** The amounts whose names begin with these words. */
    Used only(String words) {
        Map<String, Double> some = new TreeMap<>(amounts);
        some.keySet().removeIf(name -> !name.equals(words) && !name.startsWith(words + " "));
        return new Used(some);
    }

    double sum() {
        return amounts.values().stream().mapToDouble(Double::doubleValue).sum();
    }
}
