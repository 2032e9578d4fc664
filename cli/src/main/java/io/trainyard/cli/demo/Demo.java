package io.trainyard.cli.demo;

import io.trainyard.cli.CommandFailure;
import io.trainyard.cli.ExitCode;
import io.trainyard.cli.Surroundings;
import io.trainyard.cli.api.Api;
import io.trainyard.cli.api.JobView;
import io.trainyard.cli.api.Jobs;
import io.trainyard.cli.api.Models;
import io.trainyard.cli.job.DataSets;
import io.trainyard.cli.job.S3DataSets;
import io.trainyard.cli.output.Json;
import io.trainyard.cli.output.Printer;
import io.trainyard.cli.watch.JobReport;
import io.trainyard.cli.watch.JobWatch;
import io.trainyard.cli.watch.TrainingLogs;

/** One job on a stage: upload, submit, follow, score. */
public final class Demo {

    private final Surroundings surroundings;
    private final Printer printer;
    private final Stage stage;

    public Demo(Surroundings surroundings, Printer printer, Stage stage) {
        this.surroundings = surroundings;
        this.printer = printer;
        this.stage = stage;
    }

    /** Trains and serves the example, and returns the score of what serves. */
    public Score play(Example example, long seed) {
        Api api = Api.of(stage.account());
        Jobs jobs = new Jobs(api);
        String key = "demo-%d-%d".formatted(seed, surroundings.clock().millis());
        String jobId = submit(example, seed, key, jobs);
        printer.progress("job %s, in the order of its events:".formatted(jobId));
        JobView end = new JobWatch(jobs, printer, surroundings, TrainingLogs.of(stage.home())).follow(jobId);
        if (end.isLost()) {
            new JobReport(printer).print(end);
            throw new CommandFailure(
                    ExitCode.JOB_FAILED,
                    "the job ended as %s: %s"
                            .formatted(end.status(), end.cause().orElse("no cause recorded")));
        }
        printer.progress("asking the model for the rows of %s, through the public API"
                .formatted(example.heldOut().getFileName()));
        return new Scoring(new Models(api)).of(example, jobId);
    }

    private String submit(Example example, long seed, String key, Jobs jobs) {
        try (DataSets dataSets = S3DataSets.of(stage.account())) {
            return Json.text(jobs.submit(example.seeded(seed, key).uploaded(dataSets)), "jobId")
                    .orElse("?");
        }
    }
}
