package io.trainyard.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import io.trainyard.cli.ExitCode;
import io.trainyard.cli.TrainyardCommand;
import io.trainyard.cli.api.JobView;
import io.trainyard.cli.api.Jobs;
import io.trainyard.cli.job.DataSets;
import io.trainyard.cli.job.JobFile;
import io.trainyard.cli.job.S3DataSets;
import io.trainyard.cli.output.Json;
import io.trainyard.cli.output.Printer;
import io.trainyard.cli.watch.JobReport;
import io.trainyard.cli.watch.JobWatch;
import io.trainyard.cli.watch.TrainingLogs;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Uploads a job's data sets and asks for the job. */
@Command(name = "submit", description = "Upload what a job file names and ask for the job.")
public final class SubmitCommand implements Callable<Integer> {

    private final TrainyardCommand trainyard;

    @Parameters(paramLabel = "FILE", description = "a job file, such as examples/penguins/job.json")
    Path file = Path.of("");

    @Option(names = "--watch", description = "follow the job to its end; the exit status says how it ended")
    boolean watch;

    public SubmitCommand(TrainyardCommand trainyard) {
        this.trainyard = trainyard;
    }

    @Override
    public Integer call() {
        Printer printer = trainyard.printer();
        JobFile job = JobFile.read(trainyard.surroundings().resolve(file));
        Jobs jobs = new Jobs(trainyard.api());
        JsonNode accepted = jobs.submit(uploaded(job));
        String jobId = Json.text(accepted, "jobId").orElse("?");
        if (!watch) {
            printer.document(accepted);
            printer.line(jobId);
            return ExitCode.OK.status();
        }
        printer.progress(jobId);
        JobView end =
                new JobWatch(jobs, printer, trainyard.surroundings(), TrainingLogs.of(trainyard.home())).follow(jobId);
        printer.document(end.document());
        new JobReport(printer).print(end);
        return (end.isLost() ? ExitCode.JOB_FAILED : ExitCode.OK).status();
    }

    private JsonNode uploaded(JobFile job) {
        if (!job.namesFiles()) {
            return job.request();
        }
        try (DataSets dataSets = S3DataSets.of(trainyard.account())) {
            return job.uploaded(dataSets);
        }
    }
}
