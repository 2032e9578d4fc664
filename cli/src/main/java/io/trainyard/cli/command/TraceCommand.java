package io.trainyard.cli.command;

import io.trainyard.cli.CommandFailure;
import io.trainyard.cli.ExitCode;
import io.trainyard.cli.TrainyardCommand;
import io.trainyard.cli.api.EventTree;
import io.trainyard.cli.api.EventView;
import io.trainyard.cli.api.JobTrace;
import io.trainyard.cli.api.Jobs;
import io.trainyard.cli.api.OtlpDocument;
import io.trainyard.cli.output.Elapsed;
import io.trainyard.cli.output.Printer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Shows where a job's time went. */
@Command(
        name = "trace",
        description = {
            "Where a job's time went, across all services: each event below its cause, from the time of that to its own.",
            "--output json prints it as OpenTelemetry's JSON, as a collector's /v1/traces takes it."
        })
public final class TraceCommand implements Callable<Integer> {

    private static final int WIDTH = 40;

    private final TrainyardCommand trainyard;

    @Parameters(paramLabel = "ID", description = "the job's id")
    String jobId = "";

    public TraceCommand(TrainyardCommand trainyard) {
        this.trainyard = trainyard;
    }

    @Override
    public Integer call() {
        Printer printer = trainyard.printer();
        var trace = JobTrace.of(
                EventView.all(new Jobs(trainyard.api()).events(jobId).path("events")));
        if (trace.spans().isEmpty()) {
            throw new CommandFailure(ExitCode.REFUSED, "no event of " + jobId + " has been recorded yet");
        }
        printer.document(new OtlpDocument(jobId, trace).tree());
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("EVENT", "SAID BY", "AT", "TOOK", "0 s to " + Elapsed.text(trace.took())));
        trace.rows().forEach(row -> rows.add(cells(row, trace)));
        printer.table(rows);
        return ExitCode.OK.status();
    }

    private static List<String> cells(EventTree.Row row, JobTrace trace) {
        EventView event = row.event();
        JobTrace.Span span = trace.span(event);
        String name = (row.branch() + event.name() + "  " + event.subject()).stripTrailing();
        String at = Elapsed.text(Duration.between(trace.start(), span.end()));
        String took = span.took().isZero() ? "" : Elapsed.text(span.took());
        String why = span.elsewhere().isPresent() ? "  because of another job" : "";
        return List.of(name, event.source(), at, took, bar(span, trace) + why);
    }

    private static String bar(JobTrace.Span span, JobTrace trace) {
        int from = column(Duration.between(trace.start(), span.start()), trace.took());
        int to = Math.max(from + 1, column(Duration.between(trace.start(), span.end()), trace.took()));
        return " ".repeat(from) + "█".repeat(to - from);
    }

    private static int column(Duration since, Duration whole) {
        long share = since.toMillis() * WIDTH / Math.max(1, whole.toMillis());
        return (int) Math.clamp(share, 0, WIDTH);
    }
}
