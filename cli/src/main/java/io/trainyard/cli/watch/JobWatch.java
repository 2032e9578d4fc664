package io.trainyard.cli.watch;

import io.trainyard.cli.CommandFailure;
import io.trainyard.cli.ExitCode;
import io.trainyard.cli.Surroundings;
import io.trainyard.cli.api.JobView;
import io.trainyard.cli.api.Jobs;
import io.trainyard.cli.output.Elapsed;
import io.trainyard.cli.output.Printer;
import io.trainyard.cli.output.Style;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;

/** Follows a job to the end of its run and says every event, status and reason for waiting as it happens, once. */
public final class JobWatch {

    private static final Duration GLANCE = Duration.ofMillis(250);
    /** A busy machine may keep the API waiting; so often it is asked again before that counts as an end. */
    private static final int PATIENCE = 20;

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

    /** Returns the record of the run's end. An API that does not answer for a moment is asked again. */
    public JobView follow(String jobId) {
        JobView job = look(jobId);
        while (!job.isOver()) {
            say(job);
            showEpoch(job);
            surroundings.pauseFor(GLANCE);
            job = look(jobId);
        }
        say(job);
        return job;
    }

    private JobView look(String jobId) {
        for (int i = 0; i < PATIENCE; i++) {
            try {
                return jobs.job(jobId);
            } catch (CommandFailure e) {
                if (e.code() != ExitCode.UNREACHABLE) {
                    throw e;
                }
                surroundings.pauseFor(GLANCE.multipliedBy(2));
            }
        }
        return jobs.job(jobId);
    }

    private void say(JobView job) {
        Happening.of(job).stream().filter(happening -> said.add(happening.id())).forEach(happening -> {
            if (happening.name().equals("training-completed")) {
                logs.lastEpoch(job.jobId()).ifPresent(epoch -> line("", "", epoch));
            }
            String name = happening.isStatus() ? printer.paint(Style.FAINT, happening.name()) : happening.name();
            line(happening.after().map(Elapsed::text).orElse(""), name, happening.subject());
        });
        job.waiting().stream()
                .filter(said::add)
                .forEach(reason -> line("", printer.paint(Style.WARNING, "waiting"), reason));
    }

    private void showEpoch(JobView job) {
        if (job.status().equals("TRAINING_MODEL")) {
            logs.lastEpoch(job.jobId()).ifPresent(epoch -> printer.now("%10s  %s".formatted("", epoch)));
        }
    }

    private void line(String after, String name, String details) {
        printer.progress("%10s  %-22s %s".formatted(after, name, details).stripTrailing());
    }
}
