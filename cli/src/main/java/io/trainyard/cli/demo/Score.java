package io.trainyard.cli.demo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.trainyard.cli.output.Json;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A model beside the simplest thing that could be said without one, on rows that neither has seen.
 *
 * @param measure what is compared
 * @param baselineName what the baseline says
 * @param baseline its figure
 * @param model the model's figure
 * @param target what the model has to reach
 * @param reached whether it did
 * @param rows how many rows were scored
 */
public record Score(
        String measure, String baselineName, double baseline, double model, String target, boolean reached, int rows) {

    private static final double ACCURACY = 0.94;

    /** Accuracy against always naming the class that is most frequent in training. */
    static Score ofClasses(List<String> trained, List<String> truth, List<String> predicted) {
        String majority =
                trained.stream()
                        .collect(Collectors.groupingBy(label -> label, Collectors.counting()))
                        .entrySet()
                        .stream()
                        .max(Map.Entry.<String, Long>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                        .map(Map.Entry::getKey)
                        .orElseThrow();
        double baseline =
                share(IntStream.range(0, truth.size()).filter(i -> truth.get(i).equals(majority)), truth);
        double model =
                share(IntStream.range(0, truth.size()).filter(i -> truth.get(i).equals(predicted.get(i))), truth);
        return new Score(
                "accuracy",
                "always " + majority,
                baseline,
                model,
                "at least " + ACCURACY,
                model >= ACCURACY,
                truth.size());
    }

    /** Root mean squared error against always naming the mean of training. */
    static Score ofNumbers(List<Double> trained, List<Double> truth, List<Double> predicted) {
        double mean = trained.stream().mapToDouble(value -> value).average().orElseThrow();
        double baseline = rmse(truth, i -> mean);
        double model = rmse(truth, predicted::get);
        return new Score(
                "RMSE",
                String.format(Locale.ROOT, "always the mean, %.2f", mean),
                baseline,
                model,
                String.format(Locale.ROOT, "at most half: %.3f", baseline / 2),
                model <= baseline / 2,
                truth.size());
    }

    /** For programs. */
    public ObjectNode document() {
        return Json.object()
                .put("measure", measure)
                .put("rows", rows)
                .put("baseline", baseline)
                .put("model", model)
                .put("target", target)
                .put("reached", reached);
    }

    private static double share(IntStream right, List<String> all) {
        return (double) right.count() / all.size();
    }

    private static double rmse(List<Double> truth, IntToDoubleFunction prediction) {
        return Math.sqrt(IntStream.range(0, truth.size())
                .mapToDouble(i -> Math.pow(truth.get(i) - prediction.applyAsDouble(i), 2))
                .average()
                .orElseThrow());
    }
}
