package io.trainyard.tests.chaos;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The notices about failed runs: one for each, whatever happened.
 *
 * @param failedRuns how many there were
 * @param notices how many distinct notices came of the run's jobs
 * @param secondCopies notices that came again under the same id, as a kill between publishing and marking may cause
 * @param wrong failed runs with no notice or several distinct ones
 */
record NoticeCount(int failedRuns, int notices, int secondCopies, List<String> wrong) {

    private static final Pattern JOB = Pattern.compile("(?m)^job: (\\S+)$");
    private static final Pattern RUN = Pattern.compile("(?m)^run: (\\d+)$");
    private static final Pattern ID = Pattern.compile("(?m)^notice: (\\S+)$");

    /** @param published the answer of {@code /_trainyard/notices} */
    static NoticeCount of(List<Course> courses, JsonNode published) {
        Map<String, Set<String>> ids = new HashMap<>();
        int copies = 0;
        for (JsonNode notice : published.path("notices")) {
            String text = notice.path("Message").asText();
            String run = group(JOB, text) + "/" + group(RUN, text);
            if (!run.endsWith("/")
                    && !ids.computeIfAbsent(run, key -> new HashSet<>()).add(group(ID, text))) {
                copies++;
            }
        }
        List<String> wrong = new ArrayList<>();
        int failed = 0;
        int notices = 0;
        for (Course course : courses) {
            for (int run = 1; run <= course.run(); run++) {
                boolean lost = course.status().equals("ERROR") || run < course.run();
                int told =
                        ids.getOrDefault(course.jobId() + "/" + run, Set.of()).size();
                failed += lost ? 1 : 0;
                notices += told;
                if (told != (lost ? 1 : 0)) {
                    wrong.add("run " + run + " of job " + course.jobId() + " ("
                            + course.plan().name() + ") is " + (lost ? "failed" : "not failed") + " and has " + told
                            + " notices");
                }
            }
        }
        return new NoticeCount(failed, notices, copies, List.copyOf(wrong));
    }

    String line() {
        return "notices: %d failed runs, %d notices, %d second copies of one id"
                .formatted(failedRuns, notices, secondCopies);
    }

    private static String group(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? matcher.group(1) : "";
    }
}
