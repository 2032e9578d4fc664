package io.trainyard.trainer.parameters;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * The door's limits beside the trainer's rules. The door refuses before anything is paid for, the trainer because it may be asked
 * without the door; so the same rules stand in two places, and here they are one.
 */
class PublishedLimitsTest {

    private static final Path LIMITS =
            Path.of("../services/support/requests/src/main/resources/io/trainyard/requests/limits.json");

    private final JsonObject image = image();

    @Test
    void theDoorKnowsEveryParameterAndNoOther() {
        assertThat(published().keySet()).isEqualTo(ParameterRules.ALL.keySet());
    }

    @Test
    void theDoorAndTheTrainerDemandTheSame() {
        ParameterRules.ALL.forEach((name, entry) -> {
            JsonObject rule = published().getAsJsonObject(name).deepCopy();
            assertThat(entry.rule().accepts(rule.remove("example").getAsString()))
                    .as("the example of %s", name)
                    .isTrue();
            assertThat(rule).as(name).isEqualTo(expected(entry));
        });
    }

    @Test
    void everyMetricThatARunCanWatchIsReadFromItsLog() {
        Set<String> watched = new TreeSet<>(ParameterRules.REGRESSION_METRICS);
        watched.addAll(ParameterRules.CLASSIFICATION_METRICS);
        assertThat(image.getAsJsonObject("metrics").keySet()).isEqualTo(watched);
    }

    private static JsonObject expected(ParameterRules.Entry entry) {
        JsonObject rule = new JsonObject();
        switch (entry.rule()) {
            case Rule.Text text -> rule.addProperty("type", "text");
            case Rule.ColumnNames names -> rule.addProperty("type", "names");
            case Rule.Choice choice -> {
                rule.addProperty("type", "choice");
                rule.add("choices", array(choice.words()));
            }
            case Rule.WholeNumber number -> {
                rule.addProperty("type", "whole");
                rule.addProperty("min", number.least());
                rule.addProperty("max", number.most());
            }
            case Rule.Decimal number -> {
                rule.addProperty("type", "decimal");
                rule.addProperty(number.leastIncluded() ? "min" : "above", number.least());
                rule.addProperty("max", number.most());
            }
            case Rule.Layers layers -> {
                rule.addProperty("type", "wholes");
                rule.addProperty("min", 1);
                rule.addProperty("max", layers.mostNodes());
                rule.addProperty("items", layers.mostLayers());
            }
        }
        if (entry.required()) {
            rule.addProperty("required", true);
        }
        return rule;
    }

    private static JsonElement array(List<String> words) {
        JsonArray array = new JsonArray();
        words.forEach(array::add);
        return array;
    }

    private JsonObject published() {
        return image.getAsJsonObject("hyperparameters");
    }

    private static JsonObject image() {
        try {
            return JsonParser.parseString(Files.readString(LIMITS))
                    .getAsJsonObject()
                    .getAsJsonObject("images")
                    .getAsJsonObject("trainyard/trainer");
        } catch (IOException e) {
            throw new AssertionError("the limits have moved", e);
        }
    }
}
