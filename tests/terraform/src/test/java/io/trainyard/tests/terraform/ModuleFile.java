package io.trainyard.tests.terraform;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Reads the variables and outputs of one module, as {@code terraform fmt} writes them. */
final class ModuleFile {

    private static final Pattern BLOCK = Pattern.compile("(?ms)^(variable|output) \"([a-z_]+)\" \\{\\n(.*?)^\\}");
    private static final Pattern FIELD = Pattern.compile("(?m)^  ([a-z_]+) += (.*)$");

    private ModuleFile() {}

    /** One input or output. */
    record Entry(String kind, String name, Map<String, String> fields, boolean validated) {

        String field(String name) {
            return fields.getOrDefault(name, "");
        }
    }

    static List<Entry> entries(Path module) {
        var entries = new ArrayList<Entry>();
        for (var file : Checkout.files(module, ".tf")) {
            if (file.getParent().equals(module)) {
                BLOCK.matcher(Checkout.read(file))
                        .results()
                        .forEach(it -> entries.add(new Entry(
                                it.group(1),
                                it.group(2),
                                fields(it.group(3)),
                                it.group(3).contains("validation {"))));
            }
        }
        return entries;
    }

    private static Map<String, String> fields(String block) {
        var fields = new TreeMap<String, String>();
        var lines = block.lines().toList();
        for (int n = 0; n < lines.size(); n++) {
            var field = FIELD.matcher(lines.get(n));
            if (field.matches()) {
                fields.put(field.group(1), value(field.group(2), lines, n));
            }
        }
        return fields;
    }

    /** A value that goes on over the next lines is written in one. */
    private static String value(String first, List<String> lines, int at) {
        var value = new StringBuilder(first);
        if (first.endsWith("{") || first.endsWith("(") || first.endsWith("({")) {
            for (int n = at + 1; n < lines.size(); n++) {
                value.append(' ').append(lines.get(n).strip().replaceAll(" +", " "));
                if (lines.get(n).startsWith("  }") || lines.get(n).startsWith("  )")) {
                    break;
                }
            }
        }
        return value.toString();
    }
}
