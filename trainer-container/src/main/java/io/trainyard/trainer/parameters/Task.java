package io.trainyard.trainer.parameters;

import java.util.Locale;

/** What is predicted: a number, or one of several classes. */
public enum Task {
    REGRESSION,
    CLASSIFICATION;

    /** The word used in hyperparameters and in the model's description. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The task of a word that the rules accepted. */
    public static Task of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
