package io.trainyard.local;

import static io.trainyard.local.front.JsonProtocol.JSON;

import com.fasterxml.jackson.databind.JsonNode;
import io.trainyard.local.events.EventBridge;
import io.trainyard.local.front.AwsRequest;
import io.trainyard.local.front.AwsResponse;
import io.trainyard.local.front.JsonProtocol;
import io.trainyard.local.lambda.LambdaHost;
import io.trainyard.local.sns.Sns;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the account tells about itself, for people and tests: {@code GET /_trainyard/...}. */
record Inside(LambdaHost host, Sns sns, EventBridge events, List<String> missing, Map<String, Set<String>> supported) {

    AwsResponse health(AwsRequest request) {
        var health = JSON.createObjectNode()
                .put("status", missing.isEmpty() ? "ready" : "incomplete")
                .put("undeliveredEvents", events.undelivered());
        missing.forEach(health.putArray("servicesWithoutPackage")::add);
        return json(health);
    }

    /** The last published notices, oldest first. */
    AwsResponse notices(AwsRequest request) {
        var answer = JSON.createObjectNode();
        answer.putArray("notices").addAll(sns.notices());
        return json(answer);
    }

    /** The operations that the account has, by service. */
    AwsResponse operations(AwsRequest request) {
        var answer = JSON.createObjectNode();
        supported.forEach((service, names) -> {
            var list = answer.putArray(service);
            names.stream().sorted().forEach(list::add);
        });
        return json(answer);
    }

    /** Every function and the processes it has now. */
    AwsResponse functions(AwsRequest request) {
        var answer = JSON.createObjectNode();
        var list = answer.putArray("functions");
        host.functions().stream()
                .sorted(Comparator.comparing(function -> function.definition().name()))
                .forEach(function -> {
                    var entry =
                            list.addObject().put("name", function.definition().name());
                    function.pids().forEach(entry.putArray("processes")::add);
                });
        return json(answer);
    }

    private static AwsResponse json(JsonNode body) {
        return JsonProtocol.answer(200, "application/json", body);
    }
}
