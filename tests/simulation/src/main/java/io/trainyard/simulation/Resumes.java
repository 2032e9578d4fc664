package io.trainyard.simulation;

import com.fasterxml.jackson.databind.node.IntNode;
import io.trainyard.events.JobResumeRequested;
import io.trainyard.events.SpecChange;
import io.trainyard.events.route.PlannedStep;
import java.util.List;

/** How people resume a failed run: from a step of their choice or not, with a changed spec or not. */
record Resumes(Stage stage, SimulatedDoor door) {

    JobResumeRequested request(String jobId, int run) {
        List<PlannedStep> steps =
                door.find(jobId, run).orElseThrow().position().plan().steps();
        String from =
                stage.strikes(Fault.RESUMED_FROM) ? stage.chance().of(steps).step() : null;
        List<SpecChange> changes = steps.getFirst().kind().equals("training")
                        && stage.strikes(Fault.RESUMED_WITH_CHANGES)
                ? List.of(new SpecChange(steps.getFirst().step(), "hyperparameters.epochs", IntNode.valueOf(run + 1)))
                : null;
        return new JobResumeRequested(run, "somebody", from, changes);
    }
}
