package io.trainyard.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.trainyard.cli.CommandFailure;
import io.trainyard.cli.ExitCode;
import io.trainyard.cli.TrainyardCommand;
import io.trainyard.cli.api.Api;
import io.trainyard.cli.output.Json;
import io.trainyard.cli.output.Printer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes things go wrong in the local account while it runs. */
@Command(name = "fault", description = "What goes wrong on purpose in the local account: list, set, clear.")
public final class FaultCommand implements Callable<Integer> {

    private static final String FAULTS = "/_trainyard/faults";
    private static final Set<String> NUMBERS = Set.of("rate", "skip", "times", "limit");
    private static final Set<String> SHOWN_APART = Set.of("id", "kind", "since", "considered", "fired");

    private final TrainyardCommand trainyard;

    public FaultCommand(TrainyardCommand trainyard) {
        this.trainyard = trainyard;
    }

    /** The same as no subcommand. */
    @Command(name = "list", description = "The faults in force, and how often each has struck.")
    Integer list() {
        return call();
    }

    /** Sets one fault, or those of a file. */
    @Command(
            name = "set",
            description = {
                "Put a fault in force: `fault set throttle service=sagemaker rate=0.05`, or those of a file.",
                "Fields: id, service, operation, name, instanceType, rate, skip, times, after, for, delay, error, line, limit;",
                "docs/local-account/faults.md explains each kind."
            })
    Integer set(
            @Parameters(arity = "0..1", paramLabel = "KIND", description = "throttle, no-capacity, event-lost, ...")
                    String kind,
            @Parameters(arity = "0..*", index = "1..*", paramLabel = "FIELD=VALUE", description = "where and how often")
                    List<String> fields,
            @Option(
                            names = "--file",
                            paramLabel = "FILE",
                            description = "JSON: a fault, or {\"seed\": 7, \"faults\": [...]}")
                    Path file) {
        if ((kind == null) == (file == null)) {
            throw new CommandFailure(ExitCode.BAD_INPUT, "name a kind of fault, or a file with --file");
        }
        JsonNode wanted = file == null ? fault(kind, fields == null ? List.of() : fields) : read(file);
        return show(api().post(FAULTS, wanted));
    }

    /** Clears one fault or all. */
    @Command(name = "clear", description = "Take a fault away, or all of them.")
    Integer clear(
            @Parameters(arity = "0..1", paramLabel = "ID", description = "of the fault; all without it") String id) {
        return show(api().delete(id == null ? FAULTS : FAULTS + "?id=" + Api.segment(id)));
    }

    @Override
    public Integer call() {
        return show(api().get(FAULTS));
    }

    private Integer show(JsonNode plan) {
        Printer printer = trainyard.printer();
        printer.document(plan);
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("ID", "KIND", "FIRED", "WHERE AND HOW"));
        for (JsonNode fault : plan.path("faults")) {
            String rest = fault.properties().stream()
                    .filter(field -> !SHOWN_APART.contains(field.getKey()))
                    .map(field -> field.getKey() + "=" + field.getValue().asText())
                    .collect(Collectors.joining(" "));
            rows.add(List.of(
                    fault.path("id").asText(),
                    fault.path("kind").asText(),
                    fault.path("fired").asText(),
                    rest));
        }
        printer.table(rows.size() > 1 ? rows : List.of(List.of("no faults")));
        return ExitCode.OK.status();
    }

    private ObjectNode fault(String kind, List<String> fields) {
        ObjectNode fault = Json.object().put("kind", kind);
        for (String field : fields) {
            int equals = field.indexOf('=');
            if (equals < 1) {
                throw new CommandFailure(
                        ExitCode.BAD_INPUT, "'" + field + "' is not of the form field=value, such as rate=0.05");
            }
            Map.Entry<String, String> entry = Map.entry(field.substring(0, equals), field.substring(equals + 1));
            put(fault, entry.getKey(), entry.getValue());
        }
        return fault;
    }

    private static void put(ObjectNode fault, String name, String value) {
        if (NUMBERS.contains(name) && value.matches("\\d+")) {
            fault.put(name, Long.parseLong(value));
        } else if (NUMBERS.contains(name) && value.matches("\\d*\\.\\d+")) {
            fault.put(name, Double.parseDouble(value));
        } else {
            fault.put(name, value);
        }
    }

    private JsonNode read(Path file) {
        Path resolved = trainyard.surroundings().resolve(file);
        try {
            return Json.read(Files.readString(resolved));
        } catch (IOException e) {
            throw new CommandFailure(ExitCode.BAD_INPUT, resolved + " cannot be read as JSON: " + e.getMessage());
        }
    }

    private Api api() {
        return trainyard.api();
    }
}
