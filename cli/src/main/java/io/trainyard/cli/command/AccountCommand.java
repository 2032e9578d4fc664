package io.trainyard.cli.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.trainyard.cli.ExitCode;
import io.trainyard.cli.TrainyardCommand;
import io.trainyard.cli.account.RunningAccount;
import io.trainyard.cli.output.Printer;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Shows which account this is. */
@Command(name = "account", description = "The account's number, region, bus, bucket, key and folder.")
public final class AccountCommand implements Callable<Integer> {

    private final TrainyardCommand trainyard;

    public AccountCommand(TrainyardCommand trainyard) {
        this.trainyard = trainyard;
    }

    @Override
    public Integer call() {
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
