package io.trainyard.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import io.trainyard.cli.ExitCode;
import io.trainyard.cli.TrainyardCommand;
import io.trainyard.cli.api.EventTree;
import io.trainyard.cli.api.EventView;
import io.trainyard.cli.api.Jobs;
import io.trainyard.cli.output.Printer;
import io.trainyard.cli.output.Style;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Shows what led to what in a job. */
@Command(name = "events", description = "The events of a job as a tree: each below the one that caused it.")
public final class EventsCommand implements Callable<Integer> {

    private final TrainyardCommand trainyard;

    @Parameters(paramLabel = "ID", description = "the job's id")
    String jobId = "";

    public EventsCommand(TrainyardCommand trainyard) {
        this.trainyard = trainyard;
    }

    @Override
    public Integer call() {
        Printer printer = trainyard.printer();
        JsonNode answer = new Jobs(trainyard.api()).events(jobId);
        printer.document(answer);
        List<EventView> events = EventView.all(answer.path("events"));
        new EventTree(events).lines(event -> text(printer, event)).forEach(printer::line);
        return ExitCode.OK.status();
    }

    private static String text(Printer printer, EventView event) {
        String details = "%s  %s  %s"
                .formatted(event.subject(), event.source(), event.at().orElse(""))
                .strip();
        return printer.paint(Style.STRONG, event.name()) + "  " + printer.paint(Style.FAINT, details);
    }
}
