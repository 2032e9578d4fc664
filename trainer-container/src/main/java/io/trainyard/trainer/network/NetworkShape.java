package io.trainyard.trainer.network;

import io.trainyard.trainer.parameters.TrainingParameters.Layers;
import java.util.List;

/**
 * A feed-forward network: hidden layers with ReLU, then one linear layer.
 *
 * @param inputs numbers per row
 * @param nodes sizes of the hidden layers
 * @param outputs numbers per answer
 * @param extras what else happens in each layer
 */
public record NetworkShape(int inputs, List<Integer> nodes, int outputs, Extras extras) {

    /**
     * What happens beside the linear layers.
     *
     * @param batchNormalization each hidden layer is normalised
     * @param dropout part of the hidden nodes left out in training; nothing is left out in serving
     * @param lastTanh the output passes through tanh
     */
    public record Extras(boolean batchNormalization, double dropout, boolean lastTanh) {}

    /** The shape that hyperparameters ask for. */
    public static NetworkShape of(int inputs, Layers layers, int outputs) {
        Extras extras = new Extras(layers.batchNormalization(), layers.dropout(), layers.lastTanh());
        return new NetworkShape(inputs, layers.nodes(), outputs, extras);
    }
}
