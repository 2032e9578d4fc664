package io.trainyard.local.sagemaker.training;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.trainyard.local.sagemaker.wire.Json;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** The environment of a training container: what SageMaker sets, the SM_* names that its toolkits set, the request's own. */
final class TrainingEnvironment {

    private TrainingEnvironment() {}

    static Map<String, String> of(ObjectNode job, TrainingFolder folder, String region) {
        Path ml = folder.ml();
        Map<String, String> all = new LinkedHashMap<>();
        all.put("TRAINING_JOB_NAME", job.path("TrainingJobName").asText());
        all.put("TRAINING_JOB_ARN", job.path("TrainingJobArn").asText());
        all.put("AWS_REGION", region);
        all.put("SM_MODEL_DIR", ml.resolve("model").toString());
        all.put("SM_INPUT_DIR", ml.resolve("input").toString());
        all.put("SM_INPUT_CONFIG_DIR", ml.resolve("input/config").toString());
        all.put("SM_OUTPUT_DIR", ml.resolve("output").toString());
        all.put("SM_OUTPUT_DATA_DIR", ml.resolve("output/data").toString());
        all.put("SM_CURRENT_HOST", "algo-1");
        all.put("SM_HOSTS", "[\"algo-1\"]");
        all.put("SM_NUM_GPUS", "0");
        all.put("SM_NUM_CPUS", Integer.toString(Runtime.getRuntime().availableProcessors()));
        all.put(
                "SM_CURRENT_INSTANCE_TYPE",
                job.at("/ResourceConfig/InstanceType").asText());
        channels(job.path("InputDataConfig"), folder, all);
        hyperparameters(job.path("HyperParameters"), all);
        job.path("Environment")
                .properties()
                .forEach(entry -> all.put(entry.getKey(), entry.getValue().asText()));
        return all;
    }

    private static void channels(JsonNode inputs, TrainingFolder folder, Map<String, String> all) {
        ArrayNode names = Json.object().arrayNode();
        for (JsonNode channel : inputs) {
            String name = channel.path("ChannelName").asText();
            names.add(name);
            all.put("SM_CHANNEL_" + variable(name), folder.channel(name).toString());
        }
        all.put("SM_CHANNELS", text(names));
    }

    private static void hyperparameters(JsonNode parameters, Map<String, String> all) {
        parameters
                .properties()
                .forEach(entry -> all.put(
                        "SM_HP_" + variable(entry.getKey()), entry.getValue().asText()));
        all.put("SM_HPS", text(parameters.isObject() ? parameters : Json.object()));
    }

    private static String variable(String name) {
        return name.replaceAll("[^A-Za-z0-9_]", "_").toUpperCase(Locale.ROOT);
    }

    private static String text(JsonNode node) {
        return new String(Json.bytes(node), StandardCharsets.UTF_8);
    }
}
