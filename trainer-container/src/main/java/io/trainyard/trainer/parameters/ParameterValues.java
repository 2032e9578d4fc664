package io.trainyard.trainer.parameters;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Values that every rule accepted, with defaults filled in. */
record ParameterValues(Map<String, String> values) {

    /** SageMaker and its tuning jobs add names of their own to what the sender wrote. */
    private static final List<String> PLATFORM_PREFIXES = List.of("sagemaker_", "_tuning_");

    static ParameterValues checked(Map<String, String> given) {
        List<Violation> violations = new ArrayList<>();
        Map<String, String> values = new LinkedHashMap<>();
        ParameterRules.ALL.forEach((name, entry) -> {
            String text = given.getOrDefault(name, entry.standard().orElse(""));
            if (given.containsKey(name) || entry.standard().isPresent()) {
                values.put(name, text);
                entry.rule().check(name, text).ifPresent(violations::add);
            } else if (entry.required()) {
                String demand = "is required: " + entry.rule().demand();
                violations.add(new Violation(
                        name, demand, "for example " + entry.rule().example()));
            }
        });
        given.keySet().stream()
                .filter(name -> !ParameterRules.ALL.containsKey(name))
                .filter(name -> PLATFORM_PREFIXES.stream().noneMatch(name::startsWith))
                .forEach(name -> violations.add(unknown(name)));
        if (violations.isEmpty()) {
            violations.addAll(acrossNames(values));
        }
        if (!violations.isEmpty()) {
            throw new RefusedParameters(violations);
        }
        return new ParameterValues(values);
    }

    private static Violation unknown(String name) {
        String hint = ParameterRules.closest(name, ParameterRules.ALL.keySet())
                .map(known -> "did you mean '" + known + "'?")
                .orElse("known are " + String.join(", ", ParameterRules.ALL.keySet()));
        return new Violation(name, "is not a hyperparameter", hint);
    }

    /** What a single value cannot show: what belongs to the other task, and columns named for two purposes. */
    private static List<Violation> acrossNames(Map<String, String> values) {
        List<Violation> violations = new ArrayList<>();
        boolean regression = Task.of(values.getOrDefault("task", "")) == Task.REGRESSION;
        String task = regression ? "regression" : "classification";
        List<String> losses = regression ? List.of("mse", "mae") : List.of("cross-entropy");
        fits(values, "loss", losses, task).ifPresent(violations::add);
        List<String> activations = regression ? List.of("linear", "tanh") : List.of("linear");
        fits(values, "last-activation", activations, task).ifPresent(violations::add);
        List<String> metrics = regression ? ParameterRules.REGRESSION_METRICS : ParameterRules.CLASSIFICATION_METRICS;
        fits(values, "monitor-metric", metrics, task).ifPresent(violations::add);
        violations.addAll(columns(values));
        return violations;
    }

    private static Optional<Violation> fits(Map<String, String> values, String name, List<String> words, String task) {
        String value = values.getOrDefault(name, words.getFirst());
        String rule = "is '" + value + "', which does not fit task " + task;
        return words.contains(value)
                ? Optional.empty()
                : Optional.of(new Violation(name, rule, "use one of " + String.join(", ", words)));
    }

    private static List<Violation> columns(Map<String, String> values) {
        List<Violation> violations = new ArrayList<>();
        String target = values.getOrDefault("target", "");
        List<String> features = Rule.split(values.getOrDefault("features", ""));
        List<String> categorical = Rule.split(values.getOrDefault("categorical", ""));
        if (features.contains(target)) {
            violations.add(new Violation("features", "names the target '" + target + "'", "leave it out"));
        }
        if (categorical.contains(target)) {
            violations.add(new Violation("categorical", "names the target '" + target + "'", "leave it out"));
        }
        if (values.containsKey("features")) {
            categorical.stream()
                    .filter(name -> !name.isEmpty() && !name.equals(target) && !features.contains(name))
                    .map(name -> new Violation(
                            "categorical", "names '" + name + "', which is not in features", "add it there"))
                    .forEach(violations::add);
        }
        return violations;
    }

    String text(String name) {
        return optional(name).orElseThrow();
    }

    Optional<String> optional(String name) {
        return Optional.ofNullable(values.get(name));
    }

    int whole(String name) {
        return Integer.parseInt(text(name));
    }

    double decimal(String name) {
        return Double.parseDouble(text(name));
    }

    boolean flag(String name) {
        return text(name).equals("true");
    }
}
