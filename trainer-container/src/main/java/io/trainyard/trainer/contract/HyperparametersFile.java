package io.trainyard.trainer.contract;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads {@code hyperparameters.json}: one object of strings, each possibly quoted once more as JSON. */
public final class HyperparametersFile {

    private HyperparametersFile() {}

    /**
     * Name to value, in the order of the file. A value such as {@code "\"adam\""} (the way the SageMaker Python SDK
     * sends them to some containers) and the plain {@code "adam"} give the same text.
     *
     * @throws ContainerFailure if there is no such file or it is not an object of plain values
     */
    public static Map<String, String> read(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new ContainerFailure("no hyperparameters: " + file + " is missing");
        }
        Map<String, String> values = new LinkedHashMap<>();
        parse(file).asMap().forEach((name, value) -> values.put(name, plain(name, value)));
        return values;
    }

    private static JsonObject parse(Path file) throws IOException {
        try {
            JsonElement root = JsonParser.parseString(Files.readString(file));
            if (root.isJsonObject()) {
                return root.getAsJsonObject();
            }
        } catch (JsonParseException e) {
            throw new ContainerFailure("hyperparameters.json is not JSON: " + e.getMessage());
        }
        throw new ContainerFailure("hyperparameters.json must be one JSON object of strings");
    }

    private static String plain(String name, JsonElement value) {
        if (!value.isJsonPrimitive()) {
            throw new ContainerFailure("hyperparameter '" + name + "' must be a string, not " + value);
        }
        String text = value.getAsString().strip();
        if (text.length() >= 2 && text.startsWith("\"") && text.endsWith("\"")) {
            return unquoted(text);
        }
        return text;
    }

    private static String unquoted(String text) {
        try {
            return JsonParser.parseString(text).getAsString().strip();
        } catch (JsonParseException | IllegalStateException e) {
            return text;
        }
    }
}
