package io.trainyard.cli.command;

import io.trainyard.cli.CommandFailure;
import io.trainyard.cli.ExitCode;
import io.trainyard.cli.TrainyardCommand;
import io.trainyard.cli.output.Json;
import io.trainyard.cli.output.Printer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows the logs of the account, its functions and its containers. */
@Command(
        name = "logs",
        description = "Without a name: which logs there are. With one: the end of those whose path contains it.")
public final class LogsCommand implements Callable<Integer> {

    private final TrainyardCommand trainyard;

    @Parameters(
            arity = "0..1",
            paramLabel = "NAME",
            description = "part of a log's path: a service, a job's id, account")
    String name = "";

    @Option(
            names = "--lines",
            paramLabel = "N",
            defaultValue = "100",
            description = "how many of each (default: ${DEFAULT-VALUE})")
    int lines;

    @Option(
            names = "--measures",
            description = "also the lines that are figures for CloudWatch, which are left out otherwise")
    boolean measures;

    public LogsCommand(TrainyardCommand trainyard) {
        this.trainyard = trainyard;
    }

    @Override
    public Integer call() throws IOException {
        Printer printer = trainyard.printer();
        Path folder = trainyard.home().logs();
        List<Path> logs = logs(folder);
        var document = Json.object();
        var listed = document.putArray("logs");
        logs.forEach(log -> listed.add(log.toString()));
        for (Path log : logs) {
            printer.line(name.isEmpty() ? folder.relativize(log).toString() : "== " + log);
            if (!name.isEmpty()) {
                end(log).forEach(printer::line);
            }
        }
        printer.document(document);
        return ExitCode.OK.status();
    }

    private List<Path> logs(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new CommandFailure(ExitCode.UNREACHABLE, "no logs in %s; no account has run there".formatted(folder));
        }
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> found = files.filter(Files::isRegularFile)
                    .filter(file -> folder.relativize(file).toString().contains(name))
                    .sorted()
                    .toList();
            if (found.isEmpty()) {
                throw new CommandFailure(
                        ExitCode.REFUSED, "no log's path contains '%s'; ./trainyard logs lists them".formatted(name));
            }
            return found;
        }
    }

    private List<String> end(Path log) throws IOException {
        try (Stream<String> all = Files.lines(log)) {
            List<String> text = all.filter(line -> measures || !isMeasure(line)).toList();
            return text.subList(Math.max(0, text.size() - lines), text.size());
        }
    }

    /** A line of CloudWatch's embedded metric format. */
    private static boolean isMeasure(String line) {
        return line.startsWith("{") && line.contains("\"_aws\":{");
    }
}
