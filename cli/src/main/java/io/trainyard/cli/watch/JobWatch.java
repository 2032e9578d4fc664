package io.trainyard.cli.watch;

import com.fasterxml.jackson.databind.JsonNode;
import io.trainyard.cli.Surroundings;
import io.trainyard.cli.api.EventView;
import io.trainyard.cli.api.JobView;
import io.trainyard.cli.api.Jobs;
import io.trainyard.cli.output.Elapsed;
import io.trainyard.cli.output.Json;
import io.trainyard.cli.output.Printer;
import io.trainyard.cli.output.Style;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Follows a job to the end of its run and says every event, status and reason for waiting as it happens, once. */
public final class JobWatch {

    private static final Duration GLANCE = Duration.ofMillis(250);
    /** The record says the end before the last event is read: so many more looks are taken for it. */
    private static final int LAST_LOOKS = 4;

    private final Jobs jobs;
    private final Printer printer;
    private final Surroundings surroundings;
    private final TrainingLogs logs;
    private final Set<String> said = new HashSet<>();

    public JobWatch(Jobs jobs, Printer printer, Surroundings surroundings, TrainingLogs logs) {
        this.jobs = jobs;
        this.printer = printer;
        this.surroundings = surroundings;
        this.logs = logs;
    }

    /** Returns the record of the run's end. */
    public JobView follow(String jobId) {
        Instant began = surroundings.clock().instant();
        int looks = 0;
        JobView job = jobs.job(jobId);
        while (!job.isOver() || (looks < LAST_LOOKS && !endIsSaid())) {
            say(job, began);
            showEpoch(job, began);
            looks += job.isOver() ? 1 : 0;
            surroundings.pauseFor(GLANCE);
            job = jobs.job(jobId);
        }
        say(job, began);
        return job;
    }

    private void say(JobView job, Instant began) {
        List<EventView> events = jobs.events(job.jobId());
        events.stream().filter(event -> said.add(event.id())).forEach(event -> {
            if (event.name().equals("training-completed")) {
                logs.lastEpoch(job.jobId()).ifPresent(line -> line(began, "", line));
            }
            line(began, event.name(), event.subject());
        });
        for (JsonNode status : job.history()) {
            String name = Json.text(status, "status").orElse("");
            if (said.add("status " + name)) {
                line(began, printer.paint(Style.FAINT, "  " + name), "");
            }
        }
        job.waiting().stream()
                .filter(reason -> said.add("waiting " + reason))
                .forEach(reason -> line(began, printer.paint(Style.WARNING, "waiting"), reason));
    }

    private boolean endIsSaid() {
        return said.stream().anyMatch(id -> id.startsWith("job-"));
    }

    private void showEpoch(JobView job, Instant began) {
        if (job.status().equals("TRAINING_MODEL")) {
            String epoch = logs.lastEpoch(job.jobId()).orElse("training");
            printer.now("%8s  %s".formatted(elapsed(began), epoch));
        }
    }

    private void line(Instant began, String name, String details) {
        printer.progress(
                "%8s  %-22s %s".formatted(elapsed(began), name, details).stripTrailing());
    }

    private String elapsed(Instant began) {
        return Elapsed.text(Duration.between(began, surroundings.clock().instant()));
    }
}
