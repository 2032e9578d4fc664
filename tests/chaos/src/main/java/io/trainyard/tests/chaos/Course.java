package io.trainyard.tests.chaos;

import com.fasterxml.jackson.databind.JsonNode;
import io.trainyard.cli.api.JobView;
import io.trainyard.cli.output.Json;
import io.trainyard.tests.mortal.Door;
import io.trainyard.tests.mortal.Reply;
import java.util.Optional;

/** One job of the run on its way, looked after by one thread: cancelled and resumed when its fate says so. */
final class Course {

    private final PlannedJob plan;
    private final String jobId;
    private JobView seen = new JobView(Json.object());
    private boolean cancelled;

    Course(PlannedJob plan, String jobId) {
        this.plan = plan;
        this.jobId = jobId;
    }

    PlannedJob plan() {
        return plan;
    }

    String jobId() {
        return jobId;
    }

    /** The last record that was seen. */
    synchronized JobView seen() {
        return seen;
    }

    synchronized String status() {
        return seen.status();
    }

    /** Whether nothing more is to come of it. */
    synchronized boolean isOver() {
        return seen.isOver() && (plan.fate() != Fate.RESUMED || run() > 1);
    }

    int run() {
        return seen.document().path("run").asInt();
    }

    /** Takes note of a record. */
    synchronized void see(JobView view) {
        seen = view;
    }

    /** Looks once, and does what is to be done. */
    synchronized void advance(Door door) {
        Optional<JsonNode> record =
                door.get("/jobs/" + jobId).filter(Reply::well).map(Reply::body);
        record.map(JobView::new).ifPresent(this::see);
        if (plan.fate() == Fate.CANCELLED && !cancelled && !status().equals("PENDING") && !seen.isOver()) {
            cancelled = asked(door, "cancel");
        }
        if (plan.fate() == Fate.RESUMED && run() == 1 && status().equals("ERROR")) {
            asked(door, "resume");
        }
    }

    private boolean asked(Door door, String what) {
        return door.post("/jobs/" + jobId + "/" + what, Json.object())
                .filter(Reply::well)
                .isPresent();
    }
}
