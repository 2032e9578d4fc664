package io.trainyard.trainer.parameters;

/**
 * One thing wrong with one hyperparameter.
 *
 * @param name the hyperparameter
 * @param rule what must hold
 * @param hint what to write instead
 */
public record Violation(String name, String rule, String hint) {

    @Override
    public String toString() {
        return "'" + name + "' " + rule + " (" + hint + ")";
    }
}
