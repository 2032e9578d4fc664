package io.trainyard.local.events;

import static io.trainyard.local.front.JsonProtocol.JSON;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.trainyard.local.front.AwsFault;
import io.trainyard.wiring.Deployment;

/** The operations on buses. */
record BusOperations(BusStore buses, Deployment deployment) {

    JsonNode create(ObjectNode request) {
        var name = request.path("Name").asText();
        if (!name.matches("[/\\.\\-_A-Za-z0-9]{1,256}")) {
            throw AwsFault.of(
                    "ValidationException",
                    "1 validation error detected: Value '" + name + "' at 'name' failed to satisfy constraint: Member"
                            + " must satisfy regular expression pattern: [/\\.\\-_A-Za-z0-9]+");
        }
        buses.createBus(name);
        return JSON.createObjectNode().put("EventBusArn", deployment.busArn(name));
    }

    JsonNode delete(ObjectNode request) {
        buses.deleteBus(BusNames.of(request.path("Name").asText()));
        return JSON.createObjectNode();
    }

    JsonNode describe(ObjectNode request) {
        var name = BusNames.of(request.path("Name").asText(BusStore.DEFAULT));
        if (!buses.hasBus(name)) {
            throw AwsFault.of("ResourceNotFoundException", "Event bus " + name + " does not exist.");
        }
        return bus(name);
    }

    JsonNode list(ObjectNode request) {
        var prefix = request.path("NamePrefix").asText();
        var answer = JSON.createObjectNode();
        var list = answer.putArray("EventBuses");
        buses.buses().stream().filter(name -> name.startsWith(prefix)).forEach(name -> list.add(bus(name)));
        return answer;
    }

    private ObjectNode bus(String name) {
        return JSON.createObjectNode().put("Name", name).put("Arn", deployment.busArn(name));
    }
}
