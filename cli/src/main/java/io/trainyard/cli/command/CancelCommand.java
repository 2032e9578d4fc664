package io.trainyard.cli.command;

import io.trainyard.cli.ExitCode;
import io.trainyard.cli.TrainyardCommand;
import io.trainyard.cli.api.Jobs;
import io.trainyard.cli.output.Printer;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Asks for the end of a job. */
@Command(name = "cancel", description = "Stop a job and everything it runs; what serves already is taken down.")
public final class CancelCommand implements Callable<Integer> {

    private final TrainyardCommand trainyard;

    @Parameters(paramLabel = "ID", description = "the job's id")
    String jobId = "";

    public CancelCommand(TrainyardCommand trainyard) {
        this.trainyard = trainyard;
    }

    @Override
    public Integer call() {
        Printer printer = trainyard.printer();
        printer.document(new Jobs(trainyard.api()).cancel(jobId));
        printer.line("cancel requested; ./trainyard job " + jobId + " --watch shows it end");
        return ExitCode.OK.status();
    }
}
