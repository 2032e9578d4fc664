package io.trainyard.tests.chaos;

import io.trainyard.cli.CommandFailure;
import io.trainyard.cli.Surroundings;
import io.trainyard.tests.mortal.TemporaryFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** {@code ./trainyard chaos}: 0 where nothing was wrong, 1 where something was, 2 for arguments that make no sense. */
public final class Main {

    private Main() {}

    public static void main(String[] arguments) throws IOException {
        if (List.of(arguments).contains("--help")) {
            System.out.println(Options.HELP);
            return;
        }
        // Nobody logs here, and the notice that nobody does is noise.
        System.setProperty("slf4j.internal.verbosity", "ERROR");
        try {
            System.exit(run(Options.parse(List.of(arguments))) ? 0 : 1);
        } catch (IllegalArgumentException e) {
            System.err.println("chaos: " + e.getMessage());
            System.exit(2);
        } catch (CommandFailure e) {
            System.err.println("chaos: " + e.getMessage());
            System.exit(1);
        }
    }

    private static boolean run(Options options) throws IOException {
        Path folder = TemporaryFolder.make("chaos");
        if (options.keep()) {
            System.out.println("kept: " + folder);
        } else {
            // At Ctrl-C too: the account ends with this process, whose pipe it reads.
            Runtime.getRuntime().addShutdownHook(new Thread(() -> TemporaryFolder.remove(folder)));
        }
        return new ChaosRun(Surroundings.ofThisProcess(), options).in(folder);
    }
}
