package io.trainyard.local.sagemaker.hosting;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.trainyard.local.sagemaker.records.Listing;
import io.trainyard.local.sagemaker.records.Resource;
import io.trainyard.local.sagemaker.records.Shelf;
import io.trainyard.local.sagemaker.records.StateEvents;
import io.trainyard.local.sagemaker.records.Tags;
import io.trainyard.local.sagemaker.wire.Account;
import io.trainyard.local.sagemaker.wire.Facts;
import io.trainyard.local.sagemaker.wire.Json;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** CreateEndpointConfig, DescribeEndpointConfig, ListEndpointConfigs and DeleteEndpointConfig. */
public final class EndpointConfigs {

    private static final Listing LISTING = new Listing(
            "EndpointConfigs",
            "EndpointConfigName",
            "",
            List.of("EndpointConfigName", "EndpointConfigArn", "CreationTime"),
            "Descending");

    private static final List<String> EVENT_MEMBERS = List.of(
            "EndpointConfigName",
            "EndpointConfigArn",
            "ProductionVariants",
            "DataCaptureConfig",
            "KmsKeyId",
            "CreationTime");

    private static final List<String> NOT_HERE =
            List.of("AsyncInferenceConfig", "ShadowProductionVariants", "ExplainerConfig", "DataCaptureConfig");

    private final Account account;
    private final Shelf shelf;
    private final Shelf models;
    private final StateEvents events;
    private final Clock clock;

    public EndpointConfigs(Account account, Shelf shelf, Shelf models, StateEvents events, Clock clock) {
        this.account = account;
        this.shelf = shelf;
        this.models = models;
        this.events = events;
        this.clock = clock;
    }

    public ObjectNode create(ObjectNode input) {
        String name = input.path("EndpointConfigName").asText();
        String arn = account.arn("endpoint-config", name);
        if (shelf.find(name).isPresent()) {
            throw Facts.refusal("endpoint-config-exists", arn);
        }
        check(input);
        ObjectNode description = input.deepCopy();
        description.remove("Tags");
        description.put("EndpointConfigArn", arn).put("CreationTime", Json.seconds(clock.instant()));
        description.withArrayProperty("ProductionVariants").forEach(EndpointConfigs::fillDefaults);
        Resource config = Resource.of(name, description, Tags.of(input.path("Tags")));
        if (!shelf.add(config)) {
            throw Facts.refusal("endpoint-config-exists", arn);
        }
        say(config);
        return Json.object().put("EndpointConfigArn", arn);
    }

    public ObjectNode describe(ObjectNode input) {
        return find(input).description();
    }

    public ObjectNode list(ObjectNode input) {
        return LISTING.page(input, shelf.all());
    }

    public ObjectNode delete(ObjectNode input) {
        Resource config = find(input);
        shelf.remove(config.name());
        say(config);
        return Json.object();
    }

    private void check(ObjectNode input) {
        NOT_HERE.stream().filter(input::has).findFirst().ifPresent(member -> {
            throw Facts.refusal("not-on-one-machine", member);
        });
        Set<String> names = new HashSet<>();
        for (JsonNode variant : input.path("ProductionVariants")) {
            if (!names.add(variant.path("VariantName").asText())) {
                throw Facts.refusal(
                        "duplicate-variants", variant.path("VariantName").asText());
            }
            if (variant.has("ServerlessConfig") || !variant.has("ModelName")) {
                throw Facts.refusal("not-on-one-machine", "a variant without ModelName and InstanceType");
            }
            if (!variant.has("InstanceType")) {
                throw Facts.refusal("no-instance-type");
            }
            String model = variant.path("ModelName").asText();
            models.find(model).orElseThrow(() -> Facts.refusal("model-not-found", account.arn("model", model)));
        }
    }

    private static void fillDefaults(JsonNode variant) {
        ObjectNode filled = (ObjectNode) variant;
        filled.put("InitialInstanceCount", variant.path("InitialInstanceCount").asInt(1));
        filled.put("InitialVariantWeight", variant.path("InitialVariantWeight").asDouble(1.0));
    }

    private Resource find(ObjectNode input) {
        String name = input.path("EndpointConfigName").asText();
        return shelf.find(name)
                .orElseThrow(() -> Facts.refusal("endpoint-config-not-found", account.arn("endpoint-config", name)));
    }

    private void say(Resource config) {
        events.say("Endpoint Config", "EndpointConfigArn", config, EVENT_MEMBERS);
    }
}
