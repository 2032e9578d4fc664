package io.trainyard.trainer;

import com.google.gson.Gson;
import io.trainyard.trainer.contract.ContainerLayout;
import io.trainyard.trainer.contract.StopSignal;
import io.trainyard.trainer.training.TrainCommand;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** A contract root in a temporary folder, filled as SageMaker fills it, and trained in this process. */
public final class ContainerFolder {

    private final ContainerLayout layout;
    private final Map<String, String> hyperparameters = new LinkedHashMap<>();

    /** What a training left behind. */
    public record Outcome(int exitCode, String output, String failure) {}

    public ContainerFolder(Path base) {
        layout = new ContainerLayout(base);
    }

    public ContainerLayout layout() {
        return layout;
    }

    public ContainerFolder with(String name, String value) {
        hyperparameters.put(name, value);
        return this;
    }

    public ContainerFolder channel(String name, String csv) {
        return file("input/data/" + name + "/" + name + ".csv", csv);
    }

    public ContainerFolder file(String name, String content) {
        try {
            Path file = layout.base().resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, content);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public ContainerFolder writeHyperparameters() {
        return file("input/config/hyperparameters.json", new Gson().toJson(hyperparameters));
    }

    public Outcome train() {
        return train(new StopSignal());
    }

    public Outcome train(StopSignal stop) {
        return train(stop, new ByteArrayOutputStream());
    }

    public Outcome train(StopSignal stop, ByteArrayOutputStream bytes) {
        writeHyperparameters();
        int code;
        try (PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8)) {
            code = new TrainCommand(layout, System.getenv(), out).run(stop);
        }
        return new Outcome(code, bytes.toString(StandardCharsets.UTF_8), failure());
    }

    public String failure() {
        return read("output/failure").strip();
    }

    public String read(String name) {
        try {
            Path file = layout.base().resolve(name);
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public byte[] bytes(String name) {
        try {
            return Files.readAllBytes(layout.base().resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
