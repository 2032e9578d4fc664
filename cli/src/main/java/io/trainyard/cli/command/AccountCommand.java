package io.trainyard.cli.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.trainyard.cli.ExitCode;
import io.trainyard.cli.TrainyardCommand;
import io.trainyard.cli.account.RunningAccount;
import io.trainyard.cli.output.Printer;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Shows which account this is. */
@Command(
        name = "account",
        description =
                "The account's number, region, bus, bucket, key and folder; with --port, an account without Trainyard's services,"
                        + " until Ctrl-C.")
public final class AccountCommand implements Callable<Integer> {

    private final TrainyardCommand trainyard;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            description = "start an account here, on 127.0.0.1; 0 for any free port. Its state is in --home, else in a"
                    + " temporary folder")
    @Nullable
    Integer port;

    @Option(
            names = "--containers",
            paramLabel = "FILE",
            description = "what commands that account runs for images; see docs/local-account")
    @Nullable
    Path containers;

    public AccountCommand(TrainyardCommand trainyard) {
        this.trainyard = trainyard;
    }

    @Override
    public Integer call() {
        if (port != null) {
            var file = Optional.ofNullable(containers).map(trainyard.surroundings()::resolve);
            new BareAccount(trainyard, file).run(port);
            return ExitCode.OK.status();
        }
        Printer printer = trainyard.printer();
        RunningAccount account = trainyard.account();
        ObjectNode document = Descriptions.of(account, trainyard.home())
                .put("account", account.number())
                .put("region", account.region())
                .put("bus", account.bus())
                .put("bucket", account.bucket())
                .put("accessKeyId", account.accessKeyId());
        printer.document(document);
        printer.table(document.properties().stream()
                .map(entry -> List.of(entry.getKey(), entry.getValue().asText()))
                .toList());
        return ExitCode.OK.status();
    }
}
