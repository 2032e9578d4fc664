package io.trainyard.trainer.parameters;

import io.trainyard.trainer.parameters.Rule.Choice;
import io.trainyard.trainer.parameters.Rule.ColumnNames;
import io.trainyard.trainer.parameters.Rule.Decimal;
import io.trainyard.trainer.parameters.Rule.Layers;
import io.trainyard.trainer.parameters.Rule.Text;
import io.trainyard.trainer.parameters.Rule.WholeNumber;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Every hyperparameter there is, with its rule and its default. The README's table says the same. */
final class ParameterRules {

    /** A hyperparameter: what it may be, and its value when absent; without a default it must be there or is off. */
    record Entry(Rule rule, Optional<String> standard, boolean required) {}

    static final Map<String, Entry> ALL = rules();

    /** The metrics that a run can watch; each belongs to one task or to both. */
    static final List<String> REGRESSION_METRICS =
            List.of("validation:loss", "train:loss", "validation:rmse", "validation:mae", "validation:mse");

    static final List<String> CLASSIFICATION_METRICS = List.of("validation:loss", "train:loss", "validation:accuracy");

    private ParameterRules() {}

    private static Map<String, Entry> rules() {
        Map<String, Entry> rules = new LinkedHashMap<>();
        Choice yesOrNo = new Choice(List.of("true", "false"));
        rules.put("target", required(new Text("the name of the column to predict", "species")));
        rules.put("task", required(new Choice(List.of("classification", "regression"))));
        rules.put("features", optional(new ColumnNames("length,width")));
        rules.put("categorical", optional(new ColumnNames("island,sex")));
        rules.put("epochs", standard("60", new WholeNumber(1, 1000, "60")));
        rules.put("batch-size", standard("64", new WholeNumber(1, 128, "64")));
        rules.put("learning-rate", standard("0.003", new Decimal(0, false, 1, "0.003")));
        rules.put("optimizer", standard("adam", new Choice(List.of("adam", "sgd"))));
        rules.put("loss", optional(new Choice(List.of("mse", "mae", "cross-entropy"))));
        rules.put("nodes", standard("64,32", new Layers(12, 4096, "64,32")));
        rules.put("dropout", standard("0", new Decimal(0, true, 0.9, "0.1")));
        rules.put("batch-normalization", standard("false", yesOrNo));
        rules.put("early-stopping-patience", standard("15", new WholeNumber(1, 1000, "15")));
        rules.put("lr-patience", standard("7", new WholeNumber(1, 1000, "7")));
        rules.put(
                "monitor-metric",
                standard(
                        "validation:loss",
                        new Choice(List.of(
                                "validation:loss",
                                "train:loss",
                                "validation:rmse",
                                "validation:mae",
                                "validation:mse",
                                "validation:accuracy"))));
        rules.put("last-activation", standard("linear", new Choice(List.of("linear", "tanh"))));
        rules.put("seed", standard("1", new WholeNumber(0, Integer.MAX_VALUE, "1")));
        rules.put("checkpoint-every", standard("5", new WholeNumber(1, 1000, "5")));
        rules.put("validation-fraction", standard("0.15", new Decimal(0.05, true, 0.5, "0.15")));
        return rules;
    }

    /** The known name most like a misspelt one, if any is close. */
    static Optional<String> closest(String name, Collection<String> known) {
        return known.stream()
                .filter(candidate -> distance(name, candidate) <= Math.max(2, candidate.length() / 3))
                .min(Comparator.comparingInt(candidate -> distance(name, candidate)));
    }

    /** How many letters to add, drop or change between two words, whatever their case and separators. */
    private static int distance(String one, String other) {
        String a = one.toLowerCase(Locale.ROOT).replace('_', '-');
        int[] row = new int[other.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int changed = diagonal + (a.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(changed, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[other.length()];
    }

    private static Entry required(Rule rule) {
        return new Entry(rule, Optional.empty(), true);
    }

    private static Entry optional(Rule rule) {
        return new Entry(rule, Optional.empty(), false);
    }

    private static Entry standard(String value, Rule rule) {
        return new Entry(rule, Optional.of(value), false);
    }
}
