package io.trainyard.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.trainyard.cli.CommandFailure;
import io.trainyard.cli.ExitCode;
import io.trainyard.cli.TrainyardCommand;
import io.trainyard.cli.api.JobView;
import io.trainyard.cli.api.Jobs;
import io.trainyard.cli.output.Json;
import io.trainyard.cli.output.Printer;
import io.trainyard.cli.watch.JobReport;
import io.trainyard.cli.watch.JobWatch;
import io.trainyard.cli.watch.TrainingLogs;
import java.util.Map;
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

    @Option(names = "--nudge", description = "say again what released its open steps; nothing is done twice")
    boolean nudge;

    @Option(names = "--resume", description = "open the next run of a failed job; what is done is not done again")
    boolean resume;

    @Option(
            names = "--from",
            paramLabel = "STEP",
            description = "with --resume: begin again with this step and all after it, done or not")
    String from = "";

    @Option(
            names = "--set",
            paramLabel = "STEP.PATH=VALUE",
            description =
                    "with --resume: another value in a step's spec, as JSON or text; train.hyperparameters.epochs=5")
    Map<String, String> set = Map.of();

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
        if (nudge) {
            printer.line(jobs.nudge(jobId).path("message").asText());
        }
        if (resume) {
            resume(printer, jobs);
            if (!watch) {
                return ExitCode.OK.status();
            }
        } else if (!from.isEmpty() || !set.isEmpty()) {
            throw new CommandFailure(ExitCode.BAD_INPUT, "--from and --set say how to resume; add --resume");
        }
        JobView job = watch
                ? new JobWatch(jobs, printer, trainyard.surroundings(), TrainingLogs.of(trainyard.home())).follow(jobId)
                : jobs.job(jobId);
        printer.document(job.document());
        new JobReport(printer).print(job);
        return (watch && job.isLost() ? ExitCode.JOB_FAILED : ExitCode.OK).status();
    }

    private void resume(Printer printer, Jobs jobs) {
        ObjectNode how = Json.object();
        if (!from.isEmpty()) {
            how.put("from", from);
        }
        set.forEach((name, value) ->
                how.withObject("/set").set(name, Json.tryRead(value).orElse(TextNode.valueOf(value))));
        JsonNode answer = jobs.resume(jobId, how);
        if (watch) {
            jobs.awaitRun(jobId, answer.path("run").asInt(), trainyard.surroundings());
            printer.progress(Json.text(answer, "message").orElse(""));
            return;
        }
        printer.document(answer);
        printer.line(Json.text(answer, "message").orElse("") + "; ./trainyard job " + jobId + " --watch follows it");
    }
}
