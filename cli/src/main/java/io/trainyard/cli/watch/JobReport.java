package io.trainyard.cli.watch;

import com.fasterxml.jackson.databind.JsonNode;
import io.trainyard.cli.api.JobView;
import io.trainyard.cli.api.TryView;
import io.trainyard.cli.output.Elapsed;
import io.trainyard.cli.output.Json;
import io.trainyard.cli.output.Printer;
import io.trainyard.cli.output.Style;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A job's record for people. */
public final class JobReport {

    private static final int TRIES_SHOWN = 10;

    private final Printer printer;

    public JobReport(Printer printer) {
        this.printer = printer;
    }

    /** Prints what is known of the job: status, way, steps, artifacts, and what to do where it failed. */
    public void print(JobView job) {
        Style style = job.isLost() ? Style.BAD : job.isOver() ? Style.GOOD : Style.WARNING;
        printer.line("%s  %s  %s"
                .formatted(job.jobId(), job.name(), printer.paint(style, job.status()))
                .strip());
        job.cause().ifPresent(cause -> printer.line("  cause: " + cause));
        job.nextAction().ifPresent(action -> printer.line("  what to do: " + action));
        job.violations()
                .forEach(problem ->
                        printer.line("  %s  %s; %s".formatted(problem.path(), problem.rule(), problem.hint())));
        job.waiting().forEach(reason -> printer.line("  waiting: " + reason));
        if (!job.history().isEmpty()) {
            printer.line("  way: "
                    + job.history().stream()
                            .map(status -> Json.text(status, "status").orElse("?"))
                            .collect(Collectors.joining(" -> ")));
        }
        printSteps(job.steps());
        job.savings().forEach(line -> printer.line("  " + line));
        job.warnings().forEach(line -> printer.line("  " + printer.paint(Style.WARNING, "warning: ") + line));
        printTries(job.tries());
        job.leftOut().forEach(left -> printer.line("  not tried, the account has no quota for it: " + left));
        job.artifacts().forEach(artifact -> printer.line("  %s: %s".formatted(artifact.getKey(), artifact.getValue())));
    }

    private void printSteps(List<JsonNode> steps) {
        List<List<String>> rows = new ArrayList<>();
        for (JsonNode step : steps) {
            rows.add(List.of(
                    "  " + Json.text(step, "step").orElse("?"),
                    Json.text(step, "attempt").map(attempt -> "#" + attempt).orElse(""),
                    Json.text(step, "state").orElse(""),
                    TryView.instance(step),
                    Elapsed.between(Json.text(step, "startedAt"), Json.text(step, "endedAt"))
                            .filter(time -> !time.equals(Duration.ZERO))
                            .map(Elapsed::text)
                            .orElse(""),
                    metrics(step.path("metrics"))));
        }
        if (!rows.isEmpty()) {
            printer.table(rows);
        }
    }

    /** The newest ones: a job that waits for days has tried hundreds of times. */
    private void printTries(List<TryView> tries) {
        if (tries.isEmpty()) {
            return;
        }
        int from = Math.max(0, tries.size() - TRIES_SHOWN);
        String newest = from > 0 ? ", the newest of " + tries.size() + " (--output json shows all)" : "";
        printer.line("  no instance for" + newest + ":");
        printer.table(tries.subList(from, tries.size()).stream()
                .map(tried -> List.of(
                        "    " + tried.step(),
                        "#" + tried.attempt(),
                        tried.instance(),
                        tried.at().replaceFirst("\\.\\d+Z$", "Z"),
                        tried.why(),
                        tried.reason()))
                .toList());
    }

    private static String metrics(JsonNode metrics) {
        return metrics.properties().stream()
                .map(metric -> metric.getKey() + "=" + metric.getValue().asText())
                .collect(Collectors.joining(" "));
    }
}
