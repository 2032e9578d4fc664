package io.trainyard.trainer.training;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Tells about the run: one line per epoch on standard output, in the shape that metric definitions read ({@code
 * validation:loss=([0-9.]+)}), and the same as rows of {@code output/data/epochs.csv}, kept even when the run fails.
 */
final class Report {

    private final PrintStream out;
    private final Path history;

    Report(PrintStream out, Path outputData) throws IOException {
        this.out = out;
        this.history = Files.createDirectories(outputData).resolve("epochs.csv");
    }

    void say(String line) {
        out.println(line);
        out.flush();
    }

    void epoch(int epoch, Map<String, Double> metrics, double learningRate) throws IOException {
        say("epoch=%d %s learning-rate=%s".formatted(epoch, pairs(metrics), number(learningRate)));
        if (!Files.exists(history)) {
            append("epoch," + String.join(",", metrics.keySet()));
        }
        append(epoch + "," + metrics.values().stream().map(Report::number).collect(Collectors.joining(",")));
    }

    void end(int epochs, int bestEpoch, Map<String, Double> metrics) {
        say("final epochs=%d best-epoch=%d %s".formatted(epochs, bestEpoch, pairs(metrics)));
    }

    private void append(String line) throws IOException {
        Files.writeString(history, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    private static String pairs(Map<String, Double> metrics) {
        return metrics.entrySet().stream()
                .map(metric -> metric.getKey() + "=" + number(metric.getValue()))
                .collect(Collectors.joining(" "));
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.6f", value);
    }
}
