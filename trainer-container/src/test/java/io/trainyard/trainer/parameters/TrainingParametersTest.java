package io.trainyard.trainer.parameters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrainingParametersTest {

    private static final Map<String, String> LEAST = Map.of("target", "species", "task", "classification");

    @Test
    void fillsEveryDefault() {
        TrainingParameters parameters = TrainingParameters.of(LEAST);

        assertThat(parameters.columns().target()).isEqualTo("species");
        assertThat(parameters.columns().features()).isEmpty();
        assertThat(parameters.columns().validationFraction()).isEqualTo(0.15);
        assertThat(parameters.layers()).isEqualTo(new TrainingParameters.Layers(List.of(64, 32), 0, false, false));
        assertThat(parameters.fit()).isEqualTo(new TrainingParameters.Fit(60, 64, 0.003, "adam", "cross-entropy", 1));
        assertThat(parameters.patience()).isEqualTo(new TrainingParameters.Patience("validation:loss", 15, 7, 5));
    }

    @Test
    void takesMeanSquaredErrorForRegression() {
        assertThat(TrainingParameters.of(Map.of("target", "y", "task", "regression"))
                        .fit()
                        .loss())
                .isEqualTo("mse");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    epochs                  | 0             | a whole number from 1 to 1000
                    epochs                  | 1001          | a whole number from 1 to 1000
                    epochs                  | 10000         | a whole number from 1 to 1000
                    epochs                  | 2.5           | a whole number from 1 to 1000
                    epochs                  | 99999999999999999999 | a whole number from 1 to 1000
                    epochs                  | __import__('os').system('id') | a whole number from 1 to 1000
                    batch-size              | 0             | a whole number from 1 to 128
                    batch-size              | 129           | a whole number from 1 to 128
                    learning-rate           | 0             | a number above 0.0 and at most 1.0
                    learning-rate           | 1.1           | a number above 0.0 and at most 1.0
                    learning-rate           | NaN           | a number above 0.0 and at most 1.0
                    learning-rate           | 1e-1f         | a number above 0.0 and at most 1.0
                    optimizer               | rmsprop       | one of adam, sgd
                    optimizer               | Adam          | one of adam, sgd
                    loss                    | huber         | one of mse, mae, cross-entropy
                    nodes                   | 0             | 1 to 12 layer sizes
                    nodes                   | 64,,32        | 1 to 12 layer sizes
                    nodes                   | 4097          | 1 to 12 layer sizes
                    nodes                   | 1,1,1,1,1,1,1,1,1,1,1,1,1 | 1 to 12 layer sizes
                    nodes                   | [64, x]       | 1 to 12 layer sizes
                    dropout                 | -0.1          | a number from 0.0 and at most 0.9
                    dropout                 | 0.95          | a number from 0.0 and at most 0.9
                    batch-normalization     | yes           | one of true, false
                    early-stopping-patience | 0             | a whole number from 1 to 1000
                    lr-patience             | -1            | a whole number from 1 to 1000
                    monitor-metric          | loss          | one of validation:loss
                    last-activation         | relu          | one of linear, tanh
                    seed                    | -1            | a whole number from 0 to 2147483647
                    seed                    | 2147483648    | a whole number from 0 to 2147483647
                    checkpoint-every        | 0             | a whole number from 1 to 1000
                    validation-fraction     | 0.6           | a number from 0.05 and at most 0.5
                    features                | a,,b          | different column names
                    features                | a,a           | different column names
                    categorical             | a,b,a         | different column names
                    target                  | ''            | the name of the column
                    task                    | ranking       | one of classification, regression
                    """)
    void refusesAValueOutOfItsRuleByNameRuleAndHint(String name, String value, String rule) {
        RefusedParameters refused = refusal(Map.of(name, value));

        assertThat(refused.violations()).hasSize(1);
        Violation violation = refused.violations().getFirst();
        assertThat(violation.name()).isEqualTo(name);
        assertThat(violation.rule()).contains("'" + value + "'").contains(rule);
        assertThat(violation.hint()).startsWith("for example ");
    }

    @ParameterizedTest
    @CsvSource({
        "epochs,1", "epochs,1000", "batch-size,1", "batch-size,128", "learning-rate,1", "learning-rate,1e-5",
        "learning-rate,.01", "dropout,0", "dropout,0.9", "seed,0", "seed,2147483647", "validation-fraction,0.05",
        "validation-fraction,0.5", "last-activation,linear", "monitor-metric,validation:accuracy"
    })
    void acceptsTheBoundsThemselves(String name, String value) {
        assertThat(TrainingParameters.of(plus(Map.of(name, value)))
                        .fingerprint()
                        .getOrDefault(name, value))
                .isEqualTo(value);
    }

    @Test
    void readsListsWithAndWithoutBrackets() {
        assertThat(TrainingParameters.of(plus(Map.of("nodes", "[128, 64]")))
                        .layers()
                        .nodes())
                .containsExactly(128, 64);
        assertThat(TrainingParameters.of(plus(Map.of("categorical", "[\"a\", \"b\"]")))
                        .columns()
                        .categorical())
                .containsExactly("a", "b");
    }

    @Test
    void namesEveryViolationAtOnce() {
        RefusedParameters refused = refusal(Map.of("epochs", "0", "batch-size", "many", "epoch", "3", "dropout", "2"));

        assertThat(refused.violations())
                .extracting(Violation::name)
                .containsExactlyInAnyOrder("epochs", "batch-size", "epoch", "dropout");
        assertThat(refused).hasMessageContaining("'epochs' is '0'").hasMessageContaining("'dropout' is '2'");
    }

    @Test
    void suggestsTheNameThatWasMeant() {
        assertThat(refusal(Map.of("learning_rate", "0.1"))
                        .violations()
                        .getFirst()
                        .hint())
                .isEqualTo("did you mean 'learning-rate'?");
        assertThat(refusal(Map.of("colour", "red")).violations().getFirst().hint())
                .startsWith("known are target, task");
    }

    @Test
    void saysWhatIsRequired() {
        RefusedParameters refused =
                catchThrowableOfType(RefusedParameters.class, () -> TrainingParameters.of(Map.of()));

        assertThat(refused.violations()).extracting(Violation::name).containsExactly("target", "task");
    }

    @Test
    void letsThePlatformsOwnNamesPass() {
        TrainingParameters parameters =
                TrainingParameters.of(plus(Map.of("sagemaker_region", "x", "_tuning_objective_metric", "y")));

        assertThat(parameters.fingerprint()).doesNotContainKeys("sagemaker_region", "_tuning_objective_metric");
    }

    @ParameterizedTest
    @CsvSource({
        "classification,loss,mse",
        "classification,last-activation,tanh",
        "classification,monitor-metric,validation:rmse",
        "regression,loss,cross-entropy",
        "regression,monitor-metric,validation:accuracy"
    })
    void refusesWhatBelongsToTheOtherTask(String task, String name, String value) {
        assertThatThrownBy(() -> TrainingParameters.of(Map.of("target", "t", "task", task, name, value)))
                .isInstanceOf(RefusedParameters.class)
                .hasMessageContaining("'" + name + "' is '" + value + "', which does not fit task " + task);
    }

    @Test
    void refusesColumnsNamedForTwoPurposes() {
        assertThat(refusal(Map.of("features", "species,a", "categorical", "species,b"))
                        .violations())
                .extracting(Violation::name)
                .containsExactly("features", "categorical", "categorical");
    }

    private static RefusedParameters refusal(Map<String, String> more) {
        return catchThrowableOfType(RefusedParameters.class, () -> TrainingParameters.of(plus(more)));
    }

    private static Map<String, String> plus(Map<String, String> more) {
        Map<String, String> all = new HashMap<>(LEAST);
        all.putAll(more);
        return all;
    }
}
