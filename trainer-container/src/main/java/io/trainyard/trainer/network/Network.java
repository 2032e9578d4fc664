package io.trainyard.trainer.network;

import ai.djl.Device;
import ai.djl.Model;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.core.Linear;
import ai.djl.nn.norm.BatchNorm;
import ai.djl.nn.norm.Dropout;

/** Builds networks of a given shape, the same for training and for serving. */
public final class Network {

    private Network() {}

    /** A model on the CPU whose parameters are not set yet. */
    public static Model of(NetworkShape shape) {
        Model model = Model.newInstance("tabular", Device.cpu(), TorchEngine.NAME);
        model.setBlock(block(shape));
        return model;
    }

    /** A model with the given parameters, ready to predict. */
    public static Model of(NetworkShape shape, byte[] weights) {
        Model model = of(shape);
        model.getBlock().initialize(model.getNDManager(), DataType.FLOAT32, new Shape(1, shape.inputs()));
        Weights.load(model.getBlock(), weights);
        return model;
    }

    private static SequentialBlock block(NetworkShape shape) {
        SequentialBlock block = new SequentialBlock();
        for (int nodes : shape.nodes()) {
            block.add(Linear.builder().setUnits(nodes).build());
            if (shape.extras().batchNormalization()) {
                block.add(BatchNorm.builder().build());
            }
            block.add(Activation.reluBlock());
            if (shape.extras().dropout() > 0) {
                block.add(Dropout.builder()
                        .optRate((float) shape.extras().dropout())
                        .build());
            }
        }
        block.add(Linear.builder().setUnits(shape.outputs()).build());
        if (shape.extras().lastTanh()) {
            block.add(Activation.tanhBlock());
        }
        return block;
    }
}
