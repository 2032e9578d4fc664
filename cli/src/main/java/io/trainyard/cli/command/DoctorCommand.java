package io.trainyard.cli.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.trainyard.cli.ExitCode;
import io.trainyard.cli.TrainyardCommand;
import io.trainyard.cli.doctor.Doctor;
import io.trainyard.cli.doctor.Finding;
import io.trainyard.cli.doctor.Finding.Verdict;
import io.trainyard.cli.output.Json;
import io.trainyard.cli.output.Printer;
import io.trainyard.cli.output.Style;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Says what this machine lacks. */
@Command(
        name = "doctor",
        description =
                "Look for what Trainyard needs on this machine: JDK, Maven, port, disk, memory, optional tools. Exit status 3"
                        + " where something that is needed is missing.")
public final class DoctorCommand implements Callable<Integer> {

    private final TrainyardCommand trainyard;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "4599",
            description = "where the account is to listen (default: ${DEFAULT-VALUE})")
    int port;

    public DoctorCommand(TrainyardCommand trainyard) {
        this.trainyard = trainyard;
    }

    @Override
    public Integer call() {
        Printer printer = trainyard.printer();
        List<Finding> findings = new Doctor(trainyard.surroundings(), trainyard.home()).examine(port);
        findings.forEach(finding -> print(printer, finding));
        boolean well = findings.stream().noneMatch(finding -> finding.verdict() == Verdict.PROBLEM);
        printer.line(well ? "all that is needed is there" : "something that is needed is missing");
        printer.document(document(findings, well));
        return (well ? ExitCode.OK : ExitCode.UNREACHABLE).status();
    }

    private static void print(Printer printer, Finding finding) {
        String mark = switch (finding.verdict()) {
            case OK -> printer.paint(Style.GOOD, "ok      ");
            case OPTIONAL -> printer.paint(Style.FAINT, "optional");
            case PROBLEM -> printer.paint(Style.BAD, "PROBLEM ");
        };
        printer.line("%s  %-12s %s".formatted(mark, finding.name(), finding.found()));
        if (!finding.fix().isEmpty()) {
            printer.line("          %-12s %s".formatted("", finding.fix()));
        }
    }

    private static ObjectNode document(List<Finding> findings, boolean well) {
        ObjectNode document = Json.object().put("well", well);
        ArrayNode all = document.putArray("findings");
        findings.forEach(finding -> all.addObject()
                .put("name", finding.name())
                .put("verdict", finding.verdict().name().toLowerCase(Locale.ROOT))
                .put("found", finding.found())
                .put("fix", finding.fix()));
        return document;
    }
}
