package io.trainyard.trainer.training;

import ai.djl.Device;
import ai.djl.Model;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.DefaultTrainingConfig;
import ai.djl.training.GradientCollector;
import ai.djl.training.Trainer;
import ai.djl.training.loss.L1Loss;
import ai.djl.training.loss.L2Loss;
import ai.djl.training.loss.Loss;
import ai.djl.training.optimizer.Optimizer;
import io.trainyard.trainer.data.Examples;
import io.trainyard.trainer.network.Network;
import io.trainyard.trainer.network.NetworkShape;
import io.trainyard.trainer.network.Weights;
import io.trainyard.trainer.parameters.TrainingParameters.Fit;
import java.nio.FloatBuffer;
import java.util.OptionalDouble;
import java.util.function.BooleanSupplier;

/** A network that learns, one epoch at a time. The same seed and rows give the same weights, bit by bit. */
final class Learner implements AutoCloseable {

    private final Engine engine;
    private final Fit fit;
    private final Model model;
    private final Trainer trainer;
    private final AdamWithMemory adam;
    private double learningRate;

    Learner(Engine engine, NetworkShape shape, Fit fit) {
        this.engine = engine;
        this.fit = fit;
        learningRate = fit.learningRate();
        adam = new AdamWithMemory(() -> learningRate);
        Optimizer optimizer = fit.optimizer().equals("adam")
                ? adam
                : Optimizer.sgd()
                        .setLearningRateTracker((parameter, step) -> (float) learningRate)
                        .build();
        engine.setRandomSeed((int) fit.seed());
        model = Network.of(shape);
        trainer = model.newTrainer(new DefaultTrainingConfig(loss(fit.loss()))
                .optOptimizer(optimizer)
                .optDevices(new Device[] {Device.cpu()}));
        trainer.initialize(new Shape(1, shape.inputs()));
    }

    private static Loss loss(String name) {
        return switch (name) {
            case "mse" -> new L2Loss("mse", 1f);
            case "mae" -> new L1Loss("mae", 1f);
            case "cross-entropy" -> Loss.softmaxCrossEntropyLoss();
            default -> throw new IllegalArgumentException("no such loss: " + name);
        };
    }

    /**
     * Learns from every row once, in an order that depends on seed and epoch only.
     *
     * @param abandon asked between steps; where it says yes the epoch is broken off
     * @return the mean loss over the rows; empty when broken off
     */
    OptionalDouble learn(Examples examples, int epoch, double rate, BooleanSupplier abandon) {
        learningRate = rate;
        long seed = fit.seed() * 1_000_003L + epoch;
        engine.setRandomSeed((int) (seed ^ (seed >>> 32)));
        double sum = 0;
        for (int[] rows : Batches.shuffled(examples.size(), fit.batchSize(), seed)) {
            if (abandon.getAsBoolean()) {
                return OptionalDouble.empty();
            }
            sum += step(examples, rows) * rows.length;
        }
        return OptionalDouble.of(sum / examples.size());
    }

    private double step(Examples examples, int[] rows) {
        try (NDManager manager = model.getNDManager().newSubManager()) {
            NDList inputs = inputs(manager, examples, rows);
            NDList targets = targets(manager, examples, rows);
            NDArray loss;
            try (GradientCollector collector = trainer.newGradientCollector()) {
                loss = trainer.getLoss().evaluate(targets, trainer.forward(inputs));
                collector.backward(loss);
            }
            trainer.step();
            return loss.getFloat();
        }
    }

    /**
     * The outputs for some rows, and their mean loss.
     *
     * @param outputs as many per row as the network has
     * @param loss in the units that the network learns
     */
    record Outcome(float[] outputs, double loss) {}

    Outcome judge(Examples examples) {
        int[] rows = Batches.inOrder(examples.size());
        try (NDManager manager = model.getNDManager().newSubManager()) {
            NDList outputs = trainer.evaluate(inputs(manager, examples, rows));
            NDArray loss = trainer.getLoss().evaluate(targets(manager, examples, rows), outputs);
            return new Outcome(outputs.singletonOrThrow().toFloatArray(), loss.getFloat());
        }
    }

    private static NDList inputs(NDManager manager, Examples examples, int[] rows) {
        int width = examples.inputs()[0].length;
        FloatBuffer buffer = FloatBuffer.allocate(rows.length * width);
        for (int row : rows) {
            buffer.put(examples.inputs()[row]);
        }
        buffer.flip();
        return new NDList(manager.create(buffer, new Shape(rows.length, width), DataType.FLOAT32));
    }

    private static NDList targets(NDManager manager, Examples examples, int[] rows) {
        FloatBuffer buffer = FloatBuffer.allocate(rows.length);
        for (int row : rows) {
            buffer.put(examples.targets()[row]);
        }
        buffer.flip();
        return new NDList(manager.create(buffer, new Shape(rows.length, 1), DataType.FLOAT32));
    }

    byte[] weights() {
        return Weights.encode(model.getBlock());
    }

    byte[] memory() {
        return adam.save(model.getBlock());
    }

    void restore(byte[] weights, byte[] memory) {
        Weights.load(model.getBlock(), weights);
        adam.load(model.getBlock(), memory);
    }

    @Override
    public void close() {
        trainer.close();
        model.close();
    }
}
