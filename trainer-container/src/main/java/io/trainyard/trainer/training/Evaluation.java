package io.trainyard.trainer.training;

import io.trainyard.trainer.data.Examples;
import io.trainyard.trainer.data.Prepared;
import io.trainyard.trainer.data.Target;
import java.util.LinkedHashMap;
import java.util.Map;

/** Figures about the validation rows, in the target's own unit where they have one. */
final class Evaluation {

    private Evaluation() {}

    /** The metrics of a network's raw outputs: {@code validation:accuracy}, or rmse, mae and mse. */
    static Map<String, Double> of(Target target, Examples examples, float[] outputs) {
        return switch (target) {
            case Target.Classes classes -> Map.of("validation:accuracy", accuracy(classes, examples, outputs));
            case Target.Quantity quantity -> errors(quantity, examples, outputs);
        };
    }

    /** What predicting the commonest class, or the mean, of the training rows scores on the validation rows. */
    static Map.Entry<String, Double> baseline(Prepared data) {
        return switch (data.target()) {
            case Target.Classes classes -> Map.entry("baseline:accuracy", commonest(data));
            case Target.Quantity quantity -> Map.entry("baseline:rmse", mean(quantity, data));
        };
    }

    private static double accuracy(Target.Classes classes, Examples examples, float[] outputs) {
        int width = classes.outputs();
        int right = 0;
        for (int i = 0; i < examples.size(); i++) {
            int best = 0;
            for (int j = 1; j < width; j++) {
                best = outputs[i * width + j] > outputs[i * width + best] ? j : best;
            }
            right += best == (int) examples.targets()[i] ? 1 : 0;
        }
        return (double) right / examples.size();
    }

    private static Map<String, Double> errors(Target.Quantity quantity, Examples examples, float[] outputs) {
        double absolute = 0;
        double squared = 0;
        for (int i = 0; i < examples.size(); i++) {
            double error = quantity.scale() * (outputs[i] - examples.targets()[i]);
            absolute += Math.abs(error);
            squared += error * error;
        }
        Map<String, Double> metrics = new LinkedHashMap<>();
        metrics.put("validation:rmse", Math.sqrt(squared / examples.size()));
        metrics.put("validation:mae", absolute / examples.size());
        metrics.put("validation:mse", squared / examples.size());
        return metrics;
    }

    private static double commonest(Prepared data) {
        int[] counts = new int[data.target().outputs()];
        for (float target : data.training().targets()) {
            counts[(int) target]++;
        }
        int best = 0;
        for (int i = 1; i < counts.length; i++) {
            best = counts[i] > counts[best] ? i : best;
        }
        int right = 0;
        for (float target : data.validation().targets()) {
            right += (int) target == best ? 1 : 0;
        }
        return (double) right / data.validation().size();
    }

    private static double mean(Target.Quantity quantity, Prepared data) {
        double sum = 0;
        for (float target : data.training().targets()) {
            sum += target;
        }
        double mean = sum / data.training().size();
        double squared = 0;
        for (float target : data.validation().targets()) {
            squared += (target - mean) * (target - mean);
        }
        return quantity.scale() * Math.sqrt(squared / data.validation().size());
    }
}
