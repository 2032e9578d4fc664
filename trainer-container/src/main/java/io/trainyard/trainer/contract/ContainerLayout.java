package io.trainyard.trainer.contract;

import java.nio.file.Path;

/**
 * The folders that SageMaker gives a container, below one root.
 *
 * <p>Source: "How Amazon SageMaker provides training information" and "... processes training output" (AWS).
 *
 * @param base the root, {@code /opt/ml} on SageMaker
 */
public record ContainerLayout(Path base) {

    /** All hyperparameters in one JSON object, every value a string. */
    public Path hyperparameters() {
        return base.resolve("input/config/hyperparameters.json");
    }

    /** The description of the channels; may be missing outside SageMaker. */
    public Path inputDataConfig() {
        return base.resolve("input/config/inputdataconfig.json");
    }

    /** Where this machine stands in the cluster; may be missing outside SageMaker. */
    public Path resourceConfig() {
        return base.resolve("input/config/resourceconfig.json");
    }

    /** The folder that holds the files of one channel. */
    public Path channel(String name) {
        return base.resolve("input/data").resolve(name);
    }

    /** What lies here when training ends becomes {@code model.tar.gz}. */
    public Path model() {
        return base.resolve("model");
    }

    /** Kept in step with S3 while training runs, and filled again before a resumed run starts. */
    public Path checkpoints() {
        return base.resolve("checkpoints");
    }

    /** Its first 1024 characters become the job's failure reason. */
    public Path failure() {
        return base.resolve("output/failure");
    }

    /** What lies here is kept whether the training succeeds or fails. */
    public Path outputData() {
        return base.resolve("output/data");
    }
}
