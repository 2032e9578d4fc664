package io.trainyard.supply;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The licences of libraries. Where a library names several, one may choose.
 *
 * @param byLibrary {@code group:name:version}, and what it says of itself
 */
record Licences(Map<String, List<String>> byLibrary) {

    private static final String OR = " or ";

    /** What a CycloneDX list says of others' libraries. */
    static Licences of(JsonNode bom) {
        Map<String, List<String>> all = new TreeMap<>();
        bom.path("components").forEach(library -> {
            String group = library.path("group").asText();
            if (!group.equals("io.trainyard")) {
                String name = "%s:%s:%s"
                        .formatted(
                                group,
                                library.path("name").asText(),
                                library.path("version").asText());
                all.put(name, said(library));
            }
        });
        return new Licences(all);
    }

    /** What {@link #text} wrote. */
    static Licences read(List<String> lines) {
        Map<String, List<String>> all = new TreeMap<>();
        lines.stream().filter(line -> !line.startsWith("#")).forEach(line -> {
            String[] sides = line.split(" = ?", 2);
            all.put(sides[0], sides[1].isEmpty() ? List.of() : Arrays.asList(sides[1].split(OR)));
        });
        return new Licences(all);
    }

    private static List<String> said(JsonNode library) {
        List<String> said = new ArrayList<>();
        library.path("licenses").forEach(entry -> {
            JsonNode licence = entry.path("license");
            said.add(entry.path("expression")
                    .asText(licence.path("id").asText(licence.path("name").asText())));
        });
        return List.copyOf(said);
    }

    /** The libraries none of whose licences is allowed, with what they say. */
    Map<String, List<String>> refused(Set<String> allowed) {
        Map<String, List<String>> refused = new TreeMap<>(byLibrary);
        refused.values().removeIf(said -> said.stream().anyMatch(allowed::contains));
        return refused;
    }

    /** The library that a jar in a package is, by the names that Quarkus and Maven give it. */
    Optional<String> library(String jar) {
        String plain = jar.replaceFirst("^modified-", "");
        return byLibrary.keySet().stream()
                .filter(library -> {
                    String[] parts = library.split(":");
                    String name = parts[1] + "-" + parts[2];
                    return isOf(plain, name) || isOf(plain, parts[0] + "." + name);
                })
                .findFirst();
    }

    /** A classifier may follow. */
    private static boolean isOf(String jar, String name) {
        return jar.equals(name + ".jar") || jar.startsWith(name + "-");
    }

    /** One line per library. */
    String text() {
        return byLibrary.entrySet().stream()
                .map(library -> library.getKey() + " = " + String.join(OR, library.getValue()) + "\n")
                .collect(Collectors.joining());
    }
}
