package io.trainyard.local.sagemaker.records;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.trainyard.local.events.DefaultBus;
import io.trainyard.local.sagemaker.wire.Json;
import java.util.List;
import java.util.TreeMap;

/** SageMaker's state-change events: the description as the event spells it, times in milliseconds, with tags. */
public final class StateEvents {

    private static final String SOURCE = "aws.sagemaker";

    private final DefaultBus bus;

    public StateEvents(DefaultBus bus) {
        this.bus = bus;
    }

    /**
     * Says that the resource has changed.
     *
     * @param type {@code Training Job}, {@code Endpoint}, ...
     * @param arn the member that is its ARN
     * @param members which members of the description the event shows, where they are there
     */
    public void say(String type, String arn, Resource resource, List<String> members) {
        ObjectNode detail = Json.object();
        for (String member : members) {
            if (resource.description().has(member)) {
                detail.set(member, resource.description().get(member));
            }
        }
        detail.properties().stream()
                .filter(entry -> entry.getKey().endsWith("Time"))
                .toList()
                .forEach(entry -> detail.put(
                        entry.getKey(), Json.instant(entry.getValue()).toEpochMilli()));
        ObjectNode tags = detail.putObject("Tags");
        new TreeMap<>(resource.tags()).forEach(tags::put);
        bus.put(SOURCE, "SageMaker " + type + " State Change", detail, List.of(resource.text(arn)));
    }
}
