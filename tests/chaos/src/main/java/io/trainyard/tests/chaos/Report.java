package io.trainyard.tests.chaos;

import com.fasterxml.jackson.databind.JsonNode;
import io.trainyard.cli.Surroundings;
import io.trainyard.tests.mortal.Kills;
import io.trainyard.tests.mortal.MortalAccount;
import io.trainyard.tests.mortal.Resources;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/** Says what a run has shown. */
final class Report {

    private final Surroundings surroundings;
    private final Options options;

    Report(Surroundings surroundings, Options options) {
        this.surroundings = surroundings;
        this.options = options;
    }

    /**
     * Prints everything, the verdict last.
     *
     * @param inside reads what the account tells of itself
     * @return whether nothing was wrong
     */
    boolean print(
            List<Course> courses,
            JsonNode faults,
            Kills kills,
            BiFunction<MortalAccount, String, JsonNode> inside,
            MortalAccount account) {
        var out = surroundings.out();
        var resources = new Resources(inside.apply(account, "sagemaker/ledger"));
        Map<String, Long> fired = fired(faults, kills);
        boolean enough = true;
        for (var each : fired.entrySet()) {
            boolean few = each.getValue() < options.least();
            enough &= !few;
            out.println(
                    "fired: " + each.getKey() + " " + each.getValue() + (few ? ", fewer than " + options.least() : ""));
        }
        out.println("calls: %d Describe, %d List, %d Create"
                .formatted(
                        resources.calls(name -> name.startsWith("Describe")),
                        resources.calls(name -> name.startsWith("List") && !name.equals("ListTags")),
                        resources.calls(name -> name.startsWith("Create"))));
        var notices = NoticeCount.of(courses, inside.apply(account, "notices"));
        notices.wrong().forEach(out::println);
        out.println(notices.line());
        Verdict verdict = Verdict.of(courses, resources, kills.accounts());
        verdict.cases().forEach(out::println);
        out.println(verdict.line());
        boolean clean = verdict.isClean() && notices.wrong().isEmpty() && enough;
        if (!clean) {
            out.println("to repeat it: ./trainyard chaos --jobs " + options.jobs() + " --seed " + options.seed());
        }
        out.flush();
        return clean;
    }

    private static Map<String, Long> fired(JsonNode faults, Kills kills) {
        Map<String, Long> fired = new LinkedHashMap<>();
        fired.put("functions killed", (long) kills.functions());
        fired.put("accounts killed", (long) kills.accounts().size());
        for (JsonNode fault : faults.path("faults")) {
            String id = fault.path("id").asText();
            fired.merge(
                    id.startsWith("crash") ? "crashed containers" : id,
                    fault.path("fired").asLong(),
                    Long::sum);
        }
        return fired;
    }
}
