package io.trainyard.tests.chaos;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.trainyard.cli.output.Json;
import io.trainyard.events.JobIds;
import io.trainyard.tests.mortal.ServicesFolder;
import java.util.ArrayList;
import java.util.List;

/** What the run sets: the services' configuration and the account's faults. All of it is printed. */
final class Conditions {

    private static final String DEPLOYMENT = "ty-local";
    private static final String ACCOUNT = "123456789012";
    /** From so many jobs on, chance brings every class. */
    private static final int MANY = 200;

    private final Options options;
    private final List<PlannedJob> jobs;
    private final boolean climbs;

    /** @param climbs whether the deployment has a service that tries again where there is no capacity */
    Conditions(Options options, List<PlannedJob> jobs, boolean climbs) {
        this.options = options;
        this.jobs = jobs;
        this.climbs = climbs;
    }

    /** {@code NAME=value}, the caller's own last, so that they count. */
    List<String> settings() {
        List<String> all = new ArrayList<>(List.of(
                "TRAINYARD_LEASE=PT" + ServicesFolder.LEASE + "S",
                "TRAINYARD_FIRST_CHECK=PT20S",
                "TRAINYARD_CHECK_EVERY=PT30S",
                "TRAINYARD_RATES=CreateTrainingJob=5/10,Describe=20/40,*=10/20",
                "TRAINYARD_JOBS_QUOTA=1000000",
                "TRAINYARD_ENDPOINTS_SURGE=6",
                "TRAINYARD_ENDPOINTS_DRAIN=PT1S",
                "TRAINYARD_ENDPOINTS_RECHECK=PT2S",
                "TRAINYARD_ENDPOINTS_OFFER_TIMEOUT=PT30S"));
        if (climbs) {
            all.addAll(List.of(
                    "TRAINYARD_CAPACITY_SHORTEST=PT1S",
                    "TRAINYARD_CAPACITY_BASE=PT2S",
                    "TRAINYARD_CAPACITY_CAP=PT10S",
                    "TRAINYARD_CAPACITY_SPOT_TRIES=3"));
        }
        all.addAll(options.settings());
        return List.copyOf(all);
    }

    /** The faults as the account takes them. */
    ObjectNode faults() {
        ObjectNode all = Json.object().put("seed", options.seed());
        var list = all.putArray("faults");
        classes().forEach(list::add);
        jobs.stream()
                .filter(job -> job.fate() == Fate.RESUMED)
                .map(job -> JobIds.draw(DEPLOYMENT, ACCOUNT, job.caller(), job.name()))
                .forEach(id -> list.add(Json.object()
                        .put("id", "crash in run 1 of " + id)
                        .put("kind", "crash")
                        .put("name", DEPLOYMENT + "-" + id + "-*-1-*")));
        return all;
    }

    /**
     * The fault classes that must each have fired. Where there are few jobs, chance would leave some of them out: those that are seldom
     * strike by count there, so often after so many occasions that went well.
     */
    List<ObjectNode> classes() {
        List<ObjectNode> all = new ArrayList<>(List.of(
                fault("duplicated events", "event-duplicated", 0.10),
                fault("lost events", "event-lost", 0.05),
                fault("reordered events", "event-reordered", 0.05).put("delay", "2s"),
                seldom(fault("throttled calls", "throttle", 0.05), 3, 4).put("service", "sagemaker"),
                seldom(fault("lost answers", "lost-answer", 0.02), 7, 2).put("service", "sagemaker"),
                seldom(fault("events before the answer", "late-answer", 0.05), 4, 2)
                        .put("operation", "CreateTrainingJob")
                        .put("delay", "1s"),
                seldom(fault("functions killed before their call", "kill-before", 0.01), 11, 2)
                        .put("service", "sagemaker"),
                seldom(fault("functions killed after their call", "kill-after", 0.01), 17, 2)
                        .put("service", "sagemaker"),
                seldom(fault("DynamoDB errors", "error", 0.003), 40, 3).put("service", "dynamodb"),
                seldom(fault("refused entries of PutEvents", "entry-refused", 0.02), 30, 3)));
        if (climbs) {
            all.add(seldom(fault("no capacity", "no-capacity", 0.20), 3, 4).put("operation", "CreateTrainingJob"));
            all.add(seldom(fault("no capacity for endpoints", "no-capacity", 0.20), 1, 2)
                    .put("operation", "CreateEndpoint"));
            all.add(seldom(fault("reclaimed spot instances", "spot-interruption", 0.5), 0, 2)
                    .put("delay", "1s"));
        }
        return List.copyOf(all);
    }

    private ObjectNode seldom(ObjectNode fault, int skip, int times) {
        return jobs.size() >= MANY
                ? fault
                : fault.put("rate", 1).put("skip", skip).put("times", times);
    }

    private static ObjectNode fault(String id, String kind, double rate) {
        return Json.object().put("id", id).put("kind", kind).put("rate", rate);
    }
}
