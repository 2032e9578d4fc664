package io.trainyard.trainer.training;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import io.trainyard.trainer.contract.ContainerFailure;
import io.trainyard.trainer.contract.ContainerLayout;
import io.trainyard.trainer.data.CsvChannel;
import io.trainyard.trainer.data.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The rows that a run was given.
 *
 * @param train the train channel
 * @param validation the validation channel, if there is one
 */
record Inputs(Table train, Optional<Table> validation) {

    private static final String TRAIN = "train";
    private static final String VALIDATION = "validation";
    private static final List<String> CHANNELS = List.of(TRAIN, VALIDATION);

    /**
     * Reads what the contract delivered.
     *
     * @throws ContainerFailure if a channel is unknown, missing or unreadable, or more than one instance was asked
     */
    static Inputs read(ContainerLayout layout) throws IOException {
        refuseSeveralHosts(object(layout.resourceConfig()));
        object(layout.inputDataConfig()).asMap().forEach(Inputs::checkChannel);
        Table train = CsvChannel.read(layout.channel(TRAIN));
        Path validation = layout.channel(VALIDATION);
        return new Inputs(
                train, Files.isDirectory(validation) ? Optional.of(CsvChannel.read(validation)) : Optional.empty());
    }

    /** Each instance would train the same model on the same rows, and every one would be paid for. */
    private static void refuseSeveralHosts(JsonObject resources) {
        JsonElement hosts = resources.get("hosts");
        if (hosts instanceof JsonArray array && array.size() > 1) {
            throw new ContainerFailure("this container trains on one instance, and was given " + array.size()
                    + ": set InstanceCount to 1");
        }
    }

    private static void checkChannel(String name, JsonElement channel) {
        if (!CHANNELS.contains(name)) {
            throw new ContainerFailure("unknown channel '" + name + "'; known are " + String.join(", ", CHANNELS));
        }
        Map<String, JsonElement> settings =
                channel.isJsonObject() ? channel.getAsJsonObject().asMap() : Map.of();
        JsonElement mode = settings.get("TrainingInputMode");
        if (mode != null && mode.getAsString().equals("Pipe")) {
            throw new ContainerFailure("channel '" + name + "' comes as Pipe; use TrainingInputMode File or FastFile");
        }
        JsonElement type = settings.get("ContentType");
        if (type != null && !type.isJsonNull() && !isCsv(type.getAsString())) {
            throw new ContainerFailure(
                    "channel '" + name + "' is of type " + type.getAsString() + "; this container reads text/csv");
        }
    }

    private static boolean isCsv(String type) {
        String plain = type.split(";", 2)[0].strip();
        return plain.isEmpty() || plain.equals("text/csv") || plain.equals("csv");
    }

    private static JsonObject object(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            return new JsonObject();
        }
        try {
            return JsonParser.parseString(Files.readString(file)).getAsJsonObject();
        } catch (JsonParseException | IllegalStateException e) {
            throw new ContainerFailure(file.getFileName() + " is not a JSON object: " + e.getMessage());
        }
    }
}
