package io.trainyard.requests.app;

import com.fasterxml.jackson.databind.JsonNode;
import io.trainyard.events.JobResumeRequested;
import io.trainyard.events.S3Location;
import io.trainyard.events.Violation;
import io.trainyard.events.json.Json;
import io.trainyard.events.request.JobRequest;
import io.trainyard.events.route.Plan;
import io.trainyard.requests.domain.Examined;
import io.trainyard.requests.domain.Findings;
import io.trainyard.requests.domain.Limits;
import io.trainyard.requests.domain.PlanDrawing;
import io.trainyard.requests.domain.RequestReader;
import io.trainyard.requests.domain.ResumedPlan;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Decides whether a request can run here, before anything is paid for. The same for the jobs API and for intake. Every
 * violation is named at once, up to a hundred; data sets are looked for even where something else is wrong already, unless there
 * are more of them than one request may name.
 */
public final class ExamineRequest {

    /** How large a request may be, in bytes of UTF-8. */
    public static final int LARGEST = 64 * 1024;

    /** What one event may weigh; a plan that could pass it is refused. */
    static final int LARGEST_EVENT = 256 * 1024;

    /** Each is asked for, one after the other, while others wait in the same batch of messages. */
    private static final int MOST_LOCATIONS = 50;

    /** What a finished step adds to each later event, at most: a location, an image, a name, a dozen metrics. */
    private static final int STEP_OUTPUT = 2 * 1024;

    private final Limits limits;
    private final RequestReader reader;
    private final PlanDrawing drawing;
    private final Datasets datasets;

    public ExamineRequest(Limits limits, Datasets datasets) {
        this.limits = limits;
        this.reader = new RequestReader(limits);
        this.drawing = new PlanDrawing(limits);
        this.datasets = datasets;
    }

    /**
     * Examines the data of a {@code job-requested}.
     *
     * @throws RuntimeException where S3 did not answer; the request is then neither refused nor accepted
     */
    public Examined examine(JsonNode data) {
        int size = bytes(data.toString());
        if (size > LARGEST) {
            var tooLarge = new Findings();
            tooLarge.refuse(
                    "",
                    "a request must have at most " + LARGEST + " bytes, not " + size,
                    "put what is large into S3 and name it");
            return new Examined.Refused(tooLarge.violations());
        }
        return judge(data);
    }

    private Examined judge(JsonNode data) {
        Findings findings = reader.read(data);
        lookForDatasets(findings);
        return findings.clean() ? plan(data, findings) : new Examined.Refused(findings.violations());
    }

    /**
     * What the values that a resume sets break; what was so in the failed run is not their fault. Empty where nothing is.
     *
     * @param failed the failed run's plan
     * @param name the job's
     * @throws RuntimeException where S3 did not answer
     */
    public List<Violation> examineResume(Plan failed, JobResumeRequested resume, String name) {
        Plan changed = ResumedPlan.changed(failed, resume);
        if (failed.equals(changed)) {
            return List.of();
        }
        List<Violation> before = violations(ResumedPlan.asRequest(failed, name));
        return violations(ResumedPlan.asRequest(changed, name)).stream()
                .filter(fault -> !before.contains(fault))
                .toList();
    }

    /** A plan written as a request may be larger than any request: it has the defaults filled in. */
    private List<Violation> violations(JsonNode data) {
        return judge(data) instanceof Examined.Refused refused ? refused.violations() : List.of();
    }

    private Examined plan(JsonNode data, Findings findings) {
        JobRequest request = Json.convert(data, JobRequest.class);
        Plan plan = drawing.draw(request);
        if (plan.joins() && !limits.joins()) {
            findings.refuse(
                    "/steps",
                    "steps that wait for several others, or several last steps, are not taken here yet",
                    "put the steps in a row, or send several jobs");
        }
        int largest = bytes(Json.write(plan)) + STEP_OUTPUT * plan.steps().size();
        if (largest > LARGEST_EVENT) {
            findings.refuse(
                    "/steps",
                    "the plan would make events of up to " + largest + " bytes; " + LARGEST_EVENT + " is the most",
                    "use fewer or smaller steps");
        }
        Integer asked = request.deadlineSeconds();
        int allowed = asked == null ? limits.defaults().deadlineSeconds() : Objects.requireNonNull(asked);
        return findings.clean()
                ? new Examined.Accepted(request, plan, Duration.ofSeconds(allowed))
                : new Examined.Refused(findings.violations());
    }

    private void lookForDatasets(Findings findings) {
        int different = Set.copyOf(findings.locations().values()).size();
        if (different > MOST_LOCATIONS) {
            findings.refuse(
                    "",
                    "a request must name at most " + MOST_LOCATIONS + " different S3 locations, not " + different,
                    "put more objects under one prefix, or send several jobs");
            return;
        }
        Map<S3Location, Datasets.Presence> seen = new HashMap<>();
        findings.locations().forEach((path, location) -> {
            switch (seen.computeIfAbsent(location, datasets::look)) {
                case PRESENT -> {
                    // What SageMaker will find too.
                }
                case NOTHING ->
                    findings.refuse(path, "there is nothing at " + location, "upload it first, or mend the key");
                case NO_BUCKET ->
                    findings.refuse(path, "there is no bucket " + location.bucket(), "mend the bucket's name");
                case FORBIDDEN ->
                    findings.refuse(
                            path,
                            "this deployment may not read " + location,
                            "put the data into a bucket that it may read, or let it in");
            }
        });
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
