package io.trainyard.local.sagemaker.hosting;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.trainyard.local.containers.ContainerRuntime;
import io.trainyard.local.sagemaker.objects.Objects;
import io.trainyard.local.sagemaker.objects.S3Location;
import io.trainyard.local.sagemaker.records.Listing;
import io.trainyard.local.sagemaker.records.Resource;
import io.trainyard.local.sagemaker.records.Shelf;
import io.trainyard.local.sagemaker.records.StateEvents;
import io.trainyard.local.sagemaker.records.Tags;
import io.trainyard.local.sagemaker.wire.Account;
import io.trainyard.local.sagemaker.wire.Facts;
import io.trainyard.local.sagemaker.wire.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;

/** CreateModel, DescribeModel, ListModels and DeleteModel. */
public final class Models {

    private static final Listing LISTING =
            new Listing("Models", "ModelName", "", List.of("ModelName", "ModelArn", "CreationTime"), "Descending");

    private static final List<String> EVENT_MEMBERS = List.of(
            "ModelName", "ModelArn", "PrimaryContainer", "Containers", "ExecutionRoleArn", "VpcConfig", "CreationTime");

    private final Account account;
    private final Shelf shelf;
    private final StateEvents events;
    private final Objects objects;
    private final ContainerRuntime containers;
    private final Clock clock;

    public Models(
            Account account,
            Shelf shelf,
            StateEvents events,
            Objects objects,
            ContainerRuntime containers,
            Clock clock) {
        this.account = account;
        this.shelf = shelf;
        this.events = events;
        this.objects = objects;
        this.containers = containers;
        this.clock = clock;
    }

    public ObjectNode create(ObjectNode input) {
        String name = input.path("ModelName").asText();
        String arn = account.arn("model", name);
        if (shelf.find(name).isPresent()) {
            throw Facts.refusal("model-exists", arn);
        }
        check(container(input));
        ObjectNode description = input.deepCopy();
        description.remove("Tags");
        description.put("ModelArn", arn).put("CreationTime", Json.seconds(clock.instant()));
        if (!description.has("EnableNetworkIsolation")) {
            description.put("EnableNetworkIsolation", false);
        }
        Resource model = Resource.of(name, description, Tags.of(input.path("Tags")));
        if (!shelf.add(model)) {
            throw Facts.refusal("model-exists", arn);
        }
        say(model);
        return Json.object().put("ModelArn", arn);
    }

    public ObjectNode describe(ObjectNode input) {
        return find(input).description();
    }

    public ObjectNode list(ObjectNode input) {
        return LISTING.page(input, shelf.all());
    }

    public ObjectNode delete(ObjectNode input) {
        Resource model = find(input);
        shelf.remove(model.name());
        say(model);
        return Json.object();
    }

    /** The one container of a model: pipelines of several are not for one machine. */
    static JsonNode container(ObjectNode model) {
        JsonNode several = model.path("Containers");
        if (several.size() > 1) {
            throw Facts.refusal("not-on-one-machine", "a model of several Containers");
        }
        JsonNode only = several.isEmpty() ? model.path("PrimaryContainer") : several.get(0);
        if (only.path("Image").asText().isEmpty()) {
            throw Facts.refusal("not-on-one-machine", "a model without PrimaryContainer.Image");
        }
        return only;
    }

    private void check(JsonNode container) {
        if (container.path("Mode").asText("SingleModel").equals("MultiModel")) {
            throw Facts.refusal("not-on-one-machine", "Mode MultiModel");
        }
        String image = container.path("Image").asText();
        if (!containers.knows(image)) {
            throw Facts.refusal("model-image-not-found", image);
        }
        String data = VariantPlan.modelData(container);
        if (!data.isEmpty() && !exists(data)) {
            throw Facts.refusal("model-data-not-found", data);
        }
    }

    private boolean exists(String data) {
        try {
            var location = S3Location.parse(data);
            return location.isPresent() && !objects.list(location.get()).isEmpty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Resource find(ObjectNode input) {
        String name = input.path("ModelName").asText();
        return shelf.find(name).orElseThrow(() -> Facts.refusal("model-not-found", account.arn("model", name)));
    }

    private void say(Resource model) {
        events.say("Model", "ModelArn", model, EVENT_MEMBERS);
    }
}
