package io.trainyard.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import io.trainyard.cli.ExitCode;
import io.trainyard.cli.TrainyardCommand;
import io.trainyard.cli.api.Jobs;
import io.trainyard.cli.api.Models;
import io.trainyard.cli.output.Json;
import io.trainyard.cli.output.Printer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Lists endpoints, or takes one down. */
@Command(name = "endpoints", description = "The endpoints that serve; `endpoints delete ID` takes one down.")
public final class EndpointsCommand implements Callable<Integer> {

    private final TrainyardCommand trainyard;

    public EndpointsCommand(TrainyardCommand trainyard) {
        this.trainyard = trainyard;
    }

    /** The same as no subcommand, for those who type it. */
    @Command(name = "list", description = "The endpoints that serve.")
    Integer list() {
        return call();
    }

    /** Takes the endpoint of a job down. */
    @Command(name = "delete", description = "Take a job's endpoint down, with its configuration and model.")
    Integer delete(@Parameters(paramLabel = "ID", description = "the job's id") String jobId) {
        Printer printer = trainyard.printer();
        printer.document(new Jobs(trainyard.api()).retireEndpoint(jobId));
        printer.line(
                "the endpoint of " + jobId + " is being taken down; ./trainyard endpoints shows it until it is gone");
        return ExitCode.OK.status();
    }

    @Override
    public Integer call() {
        Printer printer = trainyard.printer();
        JsonNode answer = new Models(trainyard.api()).endpoints();
        printer.document(answer);
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("JOB", "NAME", "ENDPOINT", "STATE", "READY AT"));
        for (JsonNode endpoint : answer.path("endpoints")) {
            rows.add(List.of("jobId", "name", "endpoint", "state", "readyAt").stream()
                    .map(field -> Json.text(endpoint, field).orElse(""))
                    .toList());
        }
        printer.table(rows.size() > 1 ? rows : List.of(List.of("no endpoints")));
        return ExitCode.OK.status();
    }
}
