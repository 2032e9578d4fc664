package io.trainyard.cli.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.trainyard.cli.output.Json;
import java.util.ArrayList;
import java.util.List;

/**
 * An attempt of a step that got no instance.
 *
 * @param step the step's name
 * @param attempt its number
 * @param instance the instance type, and whether on spot
 * @param why what it lacked: capacity or quota
 * @param reason in AWS's words
 * @param at when that was known, as an ISO instant
 */
public record TryView(String step, String attempt, String instance, String why, String reason, String at) {

    /** The tries of a step, oldest first. */
    static List<TryView> all(JsonNode step) {
        List<TryView> tries = new ArrayList<>();
        for (JsonNode tried : step.path("tries")) {
            tries.add(new TryView(
                    Json.text(step, "step").orElse("?"),
                    Json.text(tried, "attempt").orElse("?"),
                    instance(tried),
                    "no " + Json.text(tried, "type").orElse("instance"),
                    Json.text(tried, "reason").orElse(""),
                    Json.text(tried, "at").orElse("")));
        }
        return List.copyOf(tries);
    }

    /** The instance type that a step or a try names, and whether on spot; empty where it names none. */
    public static String instance(JsonNode node) {
        return Json.text(node, "instanceType").orElse("") + (onSpot(node) ? " on spot" : "");
    }

    private static boolean onSpot(JsonNode node) {
        return node.path("spot").asBoolean() || node.at("/spot/used").asBoolean();
    }

    /** In a few words: what was asked for and what it lacked. */
    public String summary() {
        return instance + ": " + why;
    }
}
