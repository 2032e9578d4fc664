package io.trainyard.cli.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.trainyard.cli.ExitCode;
import io.trainyard.cli.TrainyardCommand;
import io.trainyard.cli.account.RunningAccount;
import io.trainyard.cli.output.Json;
import io.trainyard.cli.output.Printer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Prints what other AWS tools need to reach the local account. */
@Command(name = "env", description = "What other AWS tools need, as shell lines: eval \"$(./trainyard env)\".")
public final class EnvCommand implements Callable<Integer> {

    /** It sets an address of AWS's before it looks at the environment (its customization overridesslcommonname). */
    private static final String SQS_NOTE =
            "# The AWS CLI 1 sends `aws sqs` to AWS itself, whatever AWS_ENDPOINT_URL says:"
                    + " add --endpoint-url \"$AWS_ENDPOINT_URL\" to those calls.";

    private final TrainyardCommand trainyard;

    public EnvCommand(TrainyardCommand trainyard) {
        this.trainyard = trainyard;
    }

    @Override
    public Integer call() {
        Printer printer = trainyard.printer();
        RunningAccount account = trainyard.account();
        Map<String, String> variables = variables(account);
        variables.put("TRAINYARD_BUS", account.bus());
        ObjectNode document = Json.object();
        variables.forEach((name, value) -> {
            document.put(name, value);
            printer.line("export %s='%s'".formatted(name, value));
        });
        printer.line(SQS_NOTE);
        printer.document(document);
        return ExitCode.OK.status();
    }

    /** What every tool of AWS needs, by the names of environment variables. */
    static Map<String, String> variables(RunningAccount account) {
        Map<String, String> variables = new LinkedHashMap<>();
        variables.put("AWS_ENDPOINT_URL", account.endpoint().toString());
        variables.put("AWS_REGION", account.region());
        variables.put("AWS_DEFAULT_REGION", account.region());
        variables.put("AWS_ACCESS_KEY_ID", account.accessKeyId());
        variables.put("AWS_SECRET_ACCESS_KEY", account.secretAccessKey());
        return variables;
    }
}
