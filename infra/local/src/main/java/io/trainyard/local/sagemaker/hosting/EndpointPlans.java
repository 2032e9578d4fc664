package io.trainyard.local.sagemaker.hosting;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.trainyard.local.sagemaker.records.Resource;
import io.trainyard.local.sagemaker.records.Shelf;
import io.trainyard.local.sagemaker.wire.Account;
import io.trainyard.local.sagemaker.wire.Facts;
import io.trainyard.local.sagemaker.wire.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Draws up what an endpoint will run from its configuration and that configuration's models, once and for all. */
public final class EndpointPlans {

    private final Account account;
    private final Shelf configs;
    private final Shelf models;

    public EndpointPlans(Account account, Shelf configs, Shelf models) {
        this.account = account;
        this.configs = configs;
        this.models = models;
    }

    /** @throws io.trainyard.local.sagemaker.wire.Refusal where the configuration or a model of it is not there */
    ObjectNode of(String config) {
        Resource found = configs.find(config)
                .orElseThrow(() -> Facts.refusal("endpoint-config-not-found", account.arn("endpoint-config", config)));
        ObjectNode plan = Json.object();
        ArrayNode variants = plan.putArray("variants");
        Map<String, Integer> instances = new TreeMap<>();
        for (JsonNode variant : found.description().path("ProductionVariants")) {
            String model = variant.path("ModelName").asText();
            Resource known =
                    models.find(model).orElseThrow(() -> Facts.refusal("model-not-found", account.arn("model", model)));
            variants.add(VariantPlan.of(variant, Models.container(known.description()))
                    .json());
            instances.merge(
                    variant.path("InstanceType").asText(),
                    variant.path("InitialInstanceCount").asInt(),
                    Integer::sum);
        }
        ObjectNode types = plan.putObject("instances");
        instances.forEach(types::put);
        plan.set("shown", shown(found.description().path("ProductionVariants"), variants));
        return plan;
    }

    static List<VariantPlan> variants(JsonNode plan) {
        List<VariantPlan> all = new ArrayList<>();
        plan.path("variants").forEach(variant -> all.add(VariantPlan.read(variant)));
        return all;
    }

    /** The ProductionVariants that DescribeEndpoint shows of an endpoint in service. */
    private static ArrayNode shown(JsonNode configured, ArrayNode variants) {
        ArrayNode all = Json.object().arrayNode();
        for (int i = 0; i < configured.size(); i++) {
            JsonNode variant = configured.get(i);
            String image = variants.get(i).path("image").asText();
            ObjectNode one = all.addObject()
                    .put("VariantName", variant.path("VariantName").asText());
            one.putArray("DeployedImages")
                    .addObject()
                    .put("SpecifiedImage", image)
                    .put("ResolvedImage", image);
            one.put("CurrentWeight", variant.path("InitialVariantWeight").asDouble());
            one.put("DesiredWeight", variant.path("InitialVariantWeight").asDouble());
            one.put("CurrentInstanceCount", variant.path("InitialInstanceCount").asInt());
            one.put("DesiredInstanceCount", variant.path("InitialInstanceCount").asInt());
        }
        return all;
    }
}
