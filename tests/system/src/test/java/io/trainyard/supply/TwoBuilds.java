package io.trainyard.supply;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;

/**
 * The entries of two packages of one function.
 *
 * @param first by name
 * @param second by name
 */
record TwoBuilds(Map<String, byte[]> first, Map<String, byte[]> second) {

    /** What Quarkus generates differently each time, and why: seen by comparing the bytecode of two builds. */
    private static final Map<Pattern, String> CAUSES = causes();

    static TwoBuilds of(Path first, Path second) throws IOException {
        return new TwoBuilds(entries(first), entries(second));
    }

    /** Entries that only one of them has. */
    SortedSet<String> inOneOnly() {
        SortedSet<String> names = new TreeSet<>(first.keySet());
        names.addAll(second.keySet());
        names.removeIf(name -> first.containsKey(name) && second.containsKey(name));
        return names;
    }

    /** Entries of other bytes, with the cause where it is known; the other causes are empty. */
    Map<String, String> differing() {
        Map<String, String> differing = new TreeMap<>();
        first.forEach((name, bytes) -> {
            if (second.containsKey(name) && !Arrays.equals(bytes, second.get(name))) {
                differing.put(name, cause(name));
            }
        });
        return differing;
    }

    private static String cause(String name) {
        return CAUSES.entrySet().stream()
                .filter(known -> known.getKey().matcher(name).matches())
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("");
    }

    private static Map<Pattern, String> causes() {
        Map<Pattern, String> causes = new LinkedHashMap<>();
        causes.put(
                Pattern.compile("io/quarkus/runner/recorded/.+\\.class"),
                "values are numbered in the order in which build steps, which run at once, record them (\"proxykey29\")");
        causes.put(
                Pattern.compile("io/quarkus/runner/ApplicationImpl\\.class"),
                "start-up steps that do not need one another are called in the order in which they were recorded");
        causes.put(
                Pattern.compile("io/quarkus/runtime/generated/(Shared|StaticInit|RunTime)Config.*\\.class"),
                "configuration mappings are registered in the order in which they were found");
        causes.put(
                Pattern.compile("io/quarkus/arc/setup/Default_ComponentsProvider\\.class"),
                "qualifiers are named as a hash map holds them: two in one bucket in the order in which they were found");
        return causes;
    }

    private static Map<String, byte[]> entries(Path file) throws IOException {
        Map<String, byte[]> entries = new TreeMap<>();
        try (var zip = new ZipFile(file.toFile())) {
            for (var entry : zip.stream().toList()) {
                entries.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
            }
        }
        return entries;
    }
}
