package io.trainyard.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import io.trainyard.cli.ExitCode;
import io.trainyard.cli.TrainyardCommand;
import io.trainyard.cli.api.JobView;
import io.trainyard.cli.api.Jobs;
import io.trainyard.cli.output.Json;
import io.trainyard.cli.output.Printer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists jobs. */
@Command(name = "jobs", description = "The newest jobs first.")
public final class JobsCommand implements Callable<Integer> {

    private final TrainyardCommand trainyard;

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "20",
            description = "at most so many (default: ${DEFAULT-VALUE})")
    int limit;

    @Option(
            names = "--endpoint-arn",
            paramLabel = "ARN",
            description = "only the jobs that made this endpoint, which CloudTrail and bills name by its ARN")
    @Nullable
    String endpointArn;

    public JobsCommand(TrainyardCommand trainyard) {
        this.trainyard = trainyard;
    }

    @Override
    public Integer call() {
        Printer printer = trainyard.printer();
        var jobs = new Jobs(trainyard.api());
        JsonNode answer = endpointArn == null ? jobs.newest(limit) : jobs.ofEndpoint(endpointArn);
        printer.document(answer);
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("JOB", "NAME", "STATUS", "SINCE"));
        for (JsonNode document : answer.path("jobs")) {
            JobView job = new JobView(document);
            String since = Json.text(document, "updatedAt").or(job::createdAt).orElse("");
            rows.add(List.of(job.jobId(), job.name(), job.status(), since));
        }
        printer.table(
                rows.size() > 1
                        ? rows
                        : List.of(List.of(
                                endpointArn == null
                                        ? "no jobs yet; try ./trainyard submit examples/penguins/job.json"
                                        : "no job made this endpoint")));
        return ExitCode.OK.status();
    }
}
