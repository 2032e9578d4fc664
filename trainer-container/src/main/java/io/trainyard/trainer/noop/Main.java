package io.trainyard.trainer.noop;

import java.io.IOException;
import java.nio.file.Path;

/**
 * A container that keeps the contract and does no work: {@code train} writes a trivial model at once, {@code serve}
 * answers at once. It uses the JDK alone and starts in a fraction of a second, so benchmarks measure what is around
 * it, and chaos runs can afford hundreds.
 */
public final class Main {

    private Main() {}

    /** Runs {@code train} or {@code serve} below {@code SAGEMAKER_BASE_DIR}, default {@code /opt/ml}. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        String base = System.getenv().getOrDefault("SAGEMAKER_BASE_DIR", "/opt/ml");
        String command = arguments.length == 1 ? arguments[0] : "";
        switch (command) {
            case "train" -> System.exit(new NoopTrainer(Path.of(base)).run());
            case "serve" -> NoopServer.start(Path.of(base), System.getenv());
            default -> {
                System.err.println("usage: io.trainyard.trainer.noop.Main train|serve");
                System.exit(2);
            }
        }
    }
}
