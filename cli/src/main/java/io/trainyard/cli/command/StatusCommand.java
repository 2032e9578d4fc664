package io.trainyard.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import io.trainyard.cli.ExitCode;
import io.trainyard.cli.TrainyardCommand;
import io.trainyard.cli.account.RunningAccount;
import io.trainyard.cli.api.Api;
import io.trainyard.cli.api.JobView;
import io.trainyard.cli.api.Jobs;
import io.trainyard.cli.api.Models;
import io.trainyard.cli.output.Json;
import io.trainyard.cli.output.Printer;
import io.trainyard.cli.output.Style;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import picocli.CommandLine.Command;

/** Says whether an account runs and what it is doing. */
@Command(name = "status", description = "Whether an account runs, where, and what it is doing.")
public final class StatusCommand implements Callable<Integer> {

    private static final int LOOKED_AT = 100;

    private final TrainyardCommand trainyard;

    public StatusCommand(TrainyardCommand trainyard) {
        this.trainyard = trainyard;
    }

    @Override
    public Integer call() {
        Printer printer = trainyard.printer();
        Optional<RunningAccount> running = RunningAccount.in(trainyard.home());
        if (running.isEmpty()) {
            printer.line("not running (home " + trainyard.home().folder() + "); start it with ./trainyard up");
            printer.document(Json.object()
                    .put("running", false)
                    .put("home", trainyard.home().folder().toString()));
            return ExitCode.UNREACHABLE.status();
        }
        RunningAccount account = running.get();
        Api api = Api.of(account);
        long open = elements(new Jobs(api).newest(LOOKED_AT).path("jobs"))
                .filter(job -> !new JobView(job).isOver())
                .count();
        long serving = elements(new Models(api).endpoints().path("endpoints")).count();
        printer.line("%s at %s, process %d"
                .formatted(
                        printer.paint(Style.GOOD, "running"),
                        account.endpoint(),
                        account.process().pid()));
        printer.line("  home: " + trainyard.home().folder());
        printer.line("  jobs under way: %d, endpoints: %d".formatted(open, serving));
        printer.document(
                Descriptions.of(account, trainyard.home()).put("openJobs", open).put("endpoints", serving));
        return ExitCode.OK.status();
    }

    private static Stream<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
