package io.trainyard.trainer;

import io.trainyard.trainer.contract.ContainerFailure;
import io.trainyard.trainer.contract.ContainerSettings;
import io.trainyard.trainer.contract.StopSignal;
import io.trainyard.trainer.serving.ServeCommand;
import io.trainyard.trainer.training.TrainCommand;
import java.time.Duration;

/** The container's entry point: one argument, {@code train} or {@code serve}. */
public final class Main {

    private static final int USAGE = 2;

    private Main() {}

    /** Runs, and ends the process with the exit code that SageMaker expects. */
    public static void main(String[] arguments) {
        String command = arguments.length == 1 ? arguments[0] : "";
        try {
            switch (command) {
                case "train" -> train(ContainerSettings.from(System.getenv()));
                case "serve" -> ServeCommand.start(ContainerSettings.from(System.getenv()), System.getenv());
                default -> {
                    System.err.println("usage: io.trainyard.trainer.Main train|serve");
                    System.exit(USAGE);
                }
            }
        } catch (ContainerFailure e) {
            System.err.println("failed: " + e.getMessage());
            System.exit(USAGE);
        }
    }

    private static void train(ContainerSettings settings) {
        StopSignal stop = StopSignal.ofThisProcess(Duration.ofSeconds(100));
        int code = new TrainCommand(settings.layout(), System.getenv(), System.out).run(stop);
        stop.settled();
        System.exit(code);
    }
}
