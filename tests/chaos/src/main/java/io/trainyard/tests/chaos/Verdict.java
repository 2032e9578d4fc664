package io.trainyard.tests.chaos;

import io.trainyard.tests.mortal.Resource;
import io.trainyard.tests.mortal.Resources;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What went wrong, each case in one sentence.
 *
 * <ul>
 *   <li>lost: a job that says it is done and of which SageMaker saw no finished training, or no endpoint in service; one that
 *       nobody knows; one that ended otherwise than it was asked to;
 *   <li>doubled: a resource made twice, an attempt begun before the last had ended, a step done twice, a container started
 *       again though neither the account nor its spot instance had gone;
 *   <li>stuck: a job without an end;
 *   <li>orphaned: what is paid for and belongs to nobody any more.
 * </ul>
 */
record Verdict(List<String> lost, List<String> doubled, List<String> stuck, List<String> orphaned) {

    private static final String TRAINED = "training-job Completed";
    private static final String CREATED = "training-job created";
    private static final String[] ENDS = {TRAINED, "training-job Failed", "training-job Stopped"};
    private static final Set<String> DONE = Set.of("COMPLETED", "READY", "ENDPOINT_DELETED");

    /**
     * Judges a run that is over.
     *
     * @param kills when the account was killed
     */
    static Verdict of(List<Course> courses, Resources resources, List<Instant> kills) {
        var verdict = new Verdict(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        courses.forEach(course -> verdict.judge(course, resources.of(course.jobId()), kills));
        return verdict;
    }

    boolean isClean() {
        return lost.isEmpty() && doubled.isEmpty() && stuck.isEmpty() && orphaned.isEmpty();
    }

    String line() {
        return "lost %d, doubled %d, stuck %d, orphaned %d"
                .formatted(lost.size(), doubled.size(), stuck.size(), orphaned.size());
    }

    /** Every case, for people. */
    List<String> cases() {
        List<String> all = new ArrayList<>();
        lost.forEach(each -> all.add("lost: " + each));
        doubled.forEach(each -> all.add("doubled: " + each));
        stuck.forEach(each -> all.add("stuck: " + each));
        orphaned.forEach(each -> all.add("orphaned: " + each));
        return all;
    }

    private void judge(Course course, List<Resource> resources, List<Instant> kills) {
        judgeEnd(course, resources);
        resources.forEach(each -> judgeCreates(course, each, kills));
        judgeAttempts(course, resources);
        resources.forEach(each -> judgeLeftovers(course, each));
    }

    private void judgeEnd(Course course, List<Resource> resources) {
        if (!course.isOver()) {
            stuck.add(told(course) + " is " + course.status() + ", waiting: "
                    + course.seen().waiting());
            return;
        }
        boolean done = DONE.contains(course.status());
        if (done && resources.stream().noneMatch(each -> each.count(TRAINED) > 0)) {
            lost.add(told(course) + " is " + course.status() + ", and SageMaker saw no finished training");
        }
        if (course.plan().fate() == Fate.ENDPOINT
                && done
                && resources.stream().noneMatch(each -> each.count("endpoint InService") > 0)) {
            lost.add(told(course) + " is " + course.status() + ", and SageMaker saw no endpoint in service");
        }
        boolean asAsked = switch (course.plan().fate()) {
            case MODEL, ENDPOINT, SPOT, RESUMED -> done;
            case CANCELLED -> course.status().equals("CANCELLED");
            case FAILED -> course.status().equals("ERROR");
        };
        if (!asAsked) {
            lost.add(told(course) + " ended as " + course.status() + ": "
                    + course.seen().cause().orElse("no cause recorded"));
        }
    }

    private void judgeCreates(Course course, Resource resource, List<Instant> kills) {
        for (String create : List.of("CreateModel", "CreateEndpointConfig")) {
            long made = resource.accepted(create);
            // A call that a kill of the account cut off may have been told and have had no effect.
            if (made > 1 + kills.size() + resource.accepted(create.replace("Create", "Delete"))) {
                doubled.add(
                        told(course) + ": " + create + " of " + resource.name() + " was accepted " + made + " times");
            }
        }
        for (String type : List.of("training-job", "endpoint")) {
            if (resource.count(type + " created") > 1) {
                doubled.add(told(course) + ": " + type + " " + resource.name() + " was created "
                        + resource.count(type + " created") + " times");
            }
        }
        Instant from = resource.first(CREATED).orElse(Instant.MAX);
        Instant to = resource.first(ENDS).orElse(Instant.MAX);
        long restarts = kills.stream()
                .filter(kill -> !kill.isBefore(from) && !kill.isAfter(to))
                .count();
        long reclaimed = resource.count("training-job Interrupted");
        long launched = resource.count("training-job launched");
        if (launched > 1 + restarts + reclaimed) {
            doubled.add(told(course) + ": the container of " + resource.name() + " was started " + launched
                    + " times, with " + restarts + " restarts of the account and " + reclaimed
                    + " reclaimed instances");
        }
    }

    private void judgeAttempts(Course course, List<Resource> resources) {
        Map<String, List<Resource>> bySteps = resources.stream()
                .filter(each -> each.count(CREATED) > 0)
                .collect(Collectors.groupingBy(each -> each.name().step(), TreeMap::new, Collectors.toList()));
        bySteps.forEach((step, attempts) -> {
            long done =
                    attempts.stream().filter(each -> each.count(TRAINED) > 0).count();
            if (done > 1) {
                doubled.add(told(course) + ": step " + step + " was done " + done + " times");
            }
            List<Resource> inOrder = attempts.stream()
                    .sorted(Comparator.comparing(each -> each.first(CREATED).orElseThrow()))
                    .toList();
            for (int i = 1; i < inOrder.size(); i++) {
                Instant ended = inOrder.get(i - 1).first(ENDS).orElse(Instant.MAX);
                if (inOrder.get(i).first(CREATED).orElseThrow().isBefore(ended)) {
                    doubled.add(told(course) + ": " + inOrder.get(i).name() + " was begun before "
                            + inOrder.get(i - 1).name() + " had ended");
                }
            }
        });
    }

    private void judgeLeftovers(Course course, Resource resource) {
        boolean serves = course.status().equals("READY");
        boolean endpoint = resource.count("endpoint created") > resource.count("endpoint deleted");
        boolean config =
                resource.accepted("CreateEndpointConfig") > 0 && resource.accepted("DeleteEndpointConfig") == 0;
        if (resource.count(CREATED) > 0 && resource.first(ENDS).isEmpty()) {
            orphaned.add(told(course) + ": training job " + resource.name() + " has not ended, and the job is "
                    + course.status());
        }
        if (endpoint && !serves) {
            orphaned.add(
                    told(course) + ": endpoint " + resource.name() + " is there, and the job is " + course.status());
        }
        if (config && !(endpoint && serves)) {
            orphaned.add(
                    told(course) + ": endpoint configuration " + resource.name() + " is there without an endpoint");
        }
    }

    private static String told(Course course) {
        return "job " + course.jobId() + " (" + course.plan().name() + ", "
                + course.plan().fate().name().toLowerCase(java.util.Locale.ROOT) + ")";
    }
}
