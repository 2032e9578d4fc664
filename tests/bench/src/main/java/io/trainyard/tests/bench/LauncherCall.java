package io.trainyard.tests.bench;

import io.trainyard.cli.Surroundings;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Calls {@code ./trainyard} as a person does. */
final class LauncherCall {

    private final Path launcher;

    LauncherCall(Surroundings surroundings) {
        this.launcher = surroundings.root().resolve("trainyard");
    }

    /**
     * Runs it to its end.
     *
     * @return how long it took, in seconds
     * @throws IllegalStateException where it did not end well
     */
    double seconds(Path home, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(launcher.toString()));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command);
        builder.environment().put("TRAINYARD_HOME", home.toString());
        long began = System.nanoTime();
        int status = builder.redirectErrorStream(true)
                .redirectOutput(Redirect.DISCARD)
                .start()
                .waitFor();
        if (status != 0) {
            throw new IllegalStateException("./trainyard " + String.join(" ", arguments) + " ended with " + status);
        }
        return (System.nanoTime() - began) / 1e9;
    }
}
