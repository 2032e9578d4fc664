package io.trainyard.cli.command;

import io.trainyard.cli.ExitCode;
import io.trainyard.cli.TrainyardCommand;
import io.trainyard.cli.api.JobView;
import io.trainyard.cli.api.Jobs;
import io.trainyard.cli.output.Printer;
import io.trainyard.cli.watch.JobReport;
import io.trainyard.cli.watch.JobWatch;
import io.trainyard.cli.watch.TrainingLogs;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows one job, now or until its end. */
@Command(name = "job", description = "One job: its steps, what it has made, what it waits for.")
public final class JobCommand implements Callable<Integer> {

    private final TrainyardCommand trainyard;

    @Parameters(paramLabel = "ID", description = "the job's id")
    String jobId = "";

    @Option(names = "--watch", description = "follow it to its end; the exit status says how it ended")
    boolean watch;

    @Option(names = "--retry-now", description = "try what waits for capacity again now")
    boolean retryNow;

    public JobCommand(TrainyardCommand trainyard) {
        this.trainyard = trainyard;
    }

    @Override
    public Integer call() {
        Printer printer = trainyard.printer();
        Jobs jobs = new Jobs(trainyard.api());
        if (retryNow) {
            printer.line(jobs.retryNow(jobId).path("message").asText());
        }
        JobView job = watch
                ? new JobWatch(jobs, printer, trainyard.surroundings(), TrainingLogs.of(trainyard.home())).follow(jobId)
                : jobs.job(jobId);
        printer.document(job.document());
        new JobReport(printer).print(job);
        return (watch && job.isLost() ? ExitCode.JOB_FAILED : ExitCode.OK).status();
    }
}
