package io.trainyard.trainer.noop;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Trains nothing: waits as long as it is asked, then fails as it is asked or leaves a model of a few bytes. */
final class NoopTrainer {

    private static final int FAILED = 255;

    private final Path base;

    NoopTrainer(Path base) {
        this.base = base;
    }

    /** The exit code. SIGTERM ends the wait with 143, as it ends any process. */
    int run() throws IOException, InterruptedException {
        NoopParameters parameters = NoopParameters.read(base.resolve("input/config/hyperparameters.json"));
        Thread.sleep((long) (1000 * Double.parseDouble(parameters.text("seconds", "0"))));
        String sentence = parameters.text("fail-with", "");
        if (!sentence.isEmpty()) {
            Path failure = base.resolve("output/failure");
            Files.createDirectories(failure.getParent());
            Files.writeString(failure, sentence + "\n");
            return parameters.whole("exit-code", FAILED);
        }
        String accuracy = parameters.text("accuracy", "1.0");
        System.out.println(
                "epoch=1 train:loss=0.0 validation:loss=0.0 validation:rmse=0.0 validation:accuracy=" + accuracy);
        Path model = Files.createDirectories(base.resolve("model"));
        Files.writeString(
                model.resolve("golden.json"),
                "{\"contentType\":\"text/csv\",\"body\":\"0\",\"expected\":{\"predictions\":[0.0]}}\n");
        Files.writeString(model.resolve("noop.json"), parameters.json() + "\n");
        return parameters.whole("exit-code", 0);
    }
}
