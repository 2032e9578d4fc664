package io.trainyard.trainer.artifact;

import ai.djl.Model;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.training.ParameterStore;
import io.trainyard.trainer.data.Schema;
import io.trainyard.trainer.data.Target;
import io.trainyard.trainer.network.Network;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Answers rows with a trained model. Any number of threads may ask at once. */
public final class Predictor implements AutoCloseable {

    /** Enough to tell answers apart, few enough to be the same on another CPU of the same kind. */
    private static final MathContext DIGITS = new MathContext(6, RoundingMode.HALF_EVEN);

    private final Artifact artifact;
    private final Model model;

    /** Builds the network; the PyTorch engine must have been started. */
    public Predictor(Artifact artifact) {
        this.artifact = artifact;
        this.model = Network.of(artifact.description().network(), artifact.weights());
    }

    /** The features that a row must have. */
    public Schema schema() {
        return artifact.description().schema();
    }

    /**
     * Answers every row, in order.
     *
     * @param rows encoded by {@link #schema()}
     */
    public List<Prediction> predict(List<float[]> rows) {
        if (rows.isEmpty()) {
            return List.of();
        }
        float[] outputs = outputs(rows);
        int width = outputs.length / rows.size();
        List<Prediction> answers = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            answers.add(answer(outputs, i * width));
        }
        return answers;
    }

    private float[] outputs(List<float[]> rows) {
        int width = rows.getFirst().length;
        FloatBuffer buffer = FloatBuffer.allocate(rows.size() * width);
        rows.forEach(buffer::put);
        buffer.flip();
        Block block = model.getBlock();
        try (NDManager manager = model.getNDManager().newSubManager()) {
            NDArray inputs = manager.create(buffer, new Shape(rows.size(), width), DataType.FLOAT32);
            NDArray output = block.forward(new ParameterStore(manager, false), new NDList(inputs), false)
                    .singletonOrThrow();
            boolean classes = artifact.description().target() instanceof Target.Classes;
            return (classes ? output.softmax(-1) : output).toFloatArray();
        }
    }

    private Prediction answer(float[] outputs, int offset) {
        return switch (artifact.description().target()) {
            case Target.Quantity quantity -> new Prediction.Number(rounded(quantity.decode(outputs[offset])));
            case Target.Classes classes -> label(classes, outputs, offset);
        };
    }

    private static Prediction label(Target.Classes classes, float[] outputs, int offset) {
        Map<String, Double> probabilities = new LinkedHashMap<>();
        int best = 0;
        for (int i = 0; i < classes.words().size(); i++) {
            probabilities.put(classes.words().get(i), rounded(outputs[offset + i]));
            best = outputs[offset + i] > outputs[offset + best] ? i : best;
        }
        String label = classes.words().get(best);
        return new Prediction.Label(label, rounded(outputs[offset + best]), probabilities);
    }

    private static double rounded(double value) {
        return new BigDecimal(value).round(DIGITS).doubleValue();
    }

    @Override
    public void close() {
        model.close();
    }
}
