package io.trainyard.tests.terraform;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** What moto's server lacks: {@code moto-lacks.tf}, in parts, each for a module and with its reason. */
final class MotoLacks {

    private static final Pattern RESOURCE = Pattern.compile("(?m)^resource \"([a-z0-9_]+)\"");

    private MotoLacks() {}

    /** One thing that is left out. */
    record Part(String module, String text) {

        List<String> resources() {
            return RESOURCE.matcher(text).results().map(it -> it.group(1)).toList();
        }

        /** Whether it takes a resource away, and not only one attribute of it. */
        boolean leavesOut() {
            return !text.contains("ignore_changes = [");
        }

        /** The comment between the heading and the resource. */
        String reason() {
            return text.lines()
                    .takeWhile(line -> line.startsWith("#"))
                    .map(line -> line.substring(1).strip())
                    .reduce("", String::concat);
        }
    }

    static List<Part> parts() {
        var sections =
                Checkout.read(Checkout.OVERRIDES.resolve("moto-lacks.tf")).split("(?m)^# module: ");
        return List.of(sections).stream()
                .skip(1)
                .map(section -> section.split("\n", 2))
                .map(section -> new Part(section[0].strip(), section[1]))
                .toList();
    }

    static void layOver(Workspace workspace) {
        Map<String, String> modules = new LinkedHashMap<>();
        parts().forEach(part -> modules.merge(part.module(), part.text(), String::concat));
        modules.forEach((module, text) -> workspace.override("modules/" + module, text));
    }
}
