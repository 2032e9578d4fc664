package io.trainyard.local.sagemaker.hosting;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.trainyard.local.sagemaker.wire.Json;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What one production variant runs, as configuration and model were when the endpoint was created: neither is looked at
 * again, so both may be deleted while the endpoint serves.
 *
 * @param data S3 location of the model; empty where the image holds it
 * @param weight its share of the traffic, relative to the other variants
 * @param startupSeconds how long its container may take to answer the first ping; 0 where the request does not say
 */
record VariantPlan(
        String name, String image, String data, Map<String, String> environment, double weight, long startupSeconds) {

    VariantPlan {
        environment = Map.copyOf(environment);
    }

    static VariantPlan of(JsonNode variant, JsonNode container) {
        Map<String, String> environment = new LinkedHashMap<>();
        container
                .path("Environment")
                .properties()
                .forEach(e -> environment.put(e.getKey(), e.getValue().asText()));
        return new VariantPlan(
                variant.path("VariantName").asText(),
                container.path("Image").asText(),
                modelData(container),
                environment,
                variant.path("InitialVariantWeight").asDouble(1.0),
                variant.path("ContainerStartupHealthCheckTimeoutInSeconds").asLong(0));
    }

    static String modelData(JsonNode container) {
        return container
                .path("ModelDataUrl")
                .asText(container.at("/ModelDataSource/S3DataSource/S3Uri").asText(""));
    }

    static VariantPlan read(JsonNode json) {
        Map<String, String> environment = new LinkedHashMap<>();
        json.path("environment")
                .properties()
                .forEach(e -> environment.put(e.getKey(), e.getValue().asText()));
        return new VariantPlan(
                json.path("name").asText(),
                json.path("image").asText(),
                json.path("data").asText(),
                environment,
                json.path("weight").asDouble(),
                json.path("startupSeconds").asLong());
    }

    ObjectNode json() {
        ObjectNode json = Json.object().put("name", name).put("image", image).put("data", data);
        json.put("weight", weight).put("startupSeconds", startupSeconds);
        ObjectNode variables = json.putObject("environment");
        environment.forEach(variables::put);
        return json;
    }
}
