package io.trainyard.trainer.artifact;

import com.google.gson.JsonParseException;
import io.trainyard.trainer.contract.AtomicFile;
import io.trainyard.trainer.contract.ContainerFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The files of a trained model in one folder.
 *
 * <p>In the order of their names, which is the order in the tar: {@code golden.json} (first, so that it is found
 * early), {@code model.json}, {@code weights.safetensors}.
 *
 * @param description all that serving must know beside the weights
 * @param weights the parameters in the safetensors format
 */
public record Artifact(ModelDescription description, byte[] weights) {

    private static final String GOLDEN = "golden.json";
    private static final String DESCRIPTION = "model.json";
    private static final String WEIGHTS = "weights.safetensors";

    /** Writes all but the golden row; each file replaces an older one as a whole. */
    public void write(Path folder) throws IOException {
        AtomicFile.write(folder.resolve(WEIGHTS), weights);
        AtomicFile.write(folder.resolve(DESCRIPTION), ArtifactJson.GSON.toJson(description) + "\n");
    }

    /** Adds the golden row, which needs the model that was written. */
    public static void writeGolden(Path folder, GoldenRow golden) throws IOException {
        AtomicFile.write(folder.resolve(GOLDEN), ArtifactJson.GSON.toJson(golden) + "\n");
    }

    /**
     * Reads a model.
     *
     * @throws ContainerFailure if a file is missing, is not readable, or is of a newer format
     */
    public static Artifact read(Path folder) throws IOException {
        Path file = folder.resolve(DESCRIPTION);
        Path weights = folder.resolve(WEIGHTS);
        if (!Files.isRegularFile(file) || !Files.isRegularFile(weights)) {
            throw new ContainerFailure("no model: " + folder + " needs " + DESCRIPTION + " and " + WEIGHTS);
        }
        try {
            ModelDescription description = ArtifactJson.GSON.fromJson(Files.readString(file), ModelDescription.class);
            if (description == null || description.formatVersion() != ModelDescription.FORMAT_VERSION) {
                throw new ContainerFailure(DESCRIPTION + " is of another format than this server's, which is "
                        + ModelDescription.FORMAT_VERSION);
            }
            return new Artifact(description, Files.readAllBytes(weights));
        } catch (JsonParseException e) {
            throw new ContainerFailure(DESCRIPTION + " cannot be read: " + e.getMessage(), e);
        }
    }
}
