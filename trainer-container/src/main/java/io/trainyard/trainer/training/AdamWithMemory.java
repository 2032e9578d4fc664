package io.trainyard.trainer.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.nn.Block;
import ai.djl.nn.Parameter;
import ai.djl.training.optimizer.Optimizer;
import ai.djl.util.Pair;
import java.util.HashMap;
import java.util.Map;
import java.util.function.DoubleSupplier;

/**
 * Adam (Kingma and Ba, 2015) by the engine's own update, with moments that can be saved: DJL's Adam keeps them to
 * itself, and a run resumed without them is another run.
 */
final class AdamWithMemory extends Optimizer {

    private static final double BETA1 = 0.9;
    private static final double BETA2 = 0.999;
    private static final float EPSILON = 1e-8f;
    private static final String MEAN = "mean/";
    private static final String VARIANCE = "variance/";
    private static final String STEPS = "steps/";

    private final DoubleSupplier learningRate;
    private final Map<String, Memory> memories = new HashMap<>();

    private record Memory(NDArray mean, NDArray variance, int steps) {}

    AdamWithMemory(DoubleSupplier learningRate) {
        super(Optimizer.adam());
        this.learningRate = learningRate;
    }

    @Override
    public void update(String parameterId, NDArray weight, NDArray gradient) {
        Memory before =
                memories.computeIfAbsent(parameterId, id -> new Memory(weight.zerosLike(), weight.zerosLike(), 0));
        Memory memory = new Memory(before.mean(), before.variance(), before.steps() + 1);
        memories.put(parameterId, memory);
        double correction = Math.sqrt(1 - Math.pow(BETA2, memory.steps())) / (1 - Math.pow(BETA1, memory.steps()));
        NDList inputs = new NDList(weight, gradient, memory.mean(), memory.variance());
        weight.getNDArrayInternal()
                .adamUpdate(
                        inputs,
                        new NDList(weight),
                        (float) learningRate.getAsDouble(),
                        (float) (learningRate.getAsDouble() * correction),
                        getWeightDecay(),
                        rescaleGrad,
                        clipGrad,
                        (float) BETA1,
                        (float) BETA2,
                        EPSILON,
                        true,
                        false);
    }

    /** All moments, named after the parameters of the block. */
    byte[] save(Block block) {
        NDList arrays = new NDList();
        for (Pair<String, Parameter> entry : block.getParameters()) {
            Memory memory = memories.get(entry.getValue().getId());
            if (memory != null) {
                add(arrays, MEAN + entry.getKey(), memory.mean());
                add(arrays, VARIANCE + entry.getKey(), memory.variance());
                NDArray steps = memory.mean().getManager().create(new float[] {memory.steps()});
                add(arrays, STEPS + entry.getKey(), steps);
            }
        }
        return arrays.isEmpty() ? new byte[0] : arrays.encode(NDList.Encoding.SAFETENSORS);
    }

    /** Takes up moments that {@link #save} gave. */
    void load(Block block, byte[] bytes) {
        if (bytes.length == 0) {
            return;
        }
        for (Pair<String, Parameter> entry : block.getParameters()) {
            NDArray weight = entry.getValue().getArray();
            NDList arrays = NDList.decode(weight.getManager(), bytes);
            NDArray mean = arrays.get(MEAN + entry.getKey());
            if (mean != null) {
                int steps = (int) arrays.get(STEPS + entry.getKey()).toFloatArray()[0];
                memories.put(entry.getValue().getId(), new Memory(mean, arrays.get(VARIANCE + entry.getKey()), steps));
            }
        }
    }

    private static void add(NDList arrays, String name, NDArray array) {
        array.setName(name);
        arrays.add(array);
    }
}
