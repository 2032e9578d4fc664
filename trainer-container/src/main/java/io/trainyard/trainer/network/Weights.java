package io.trainyard.trainer.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.nn.Block;
import ai.djl.nn.Parameter;
import ai.djl.util.Pair;

/** The parameters of a network as bytes in the safetensors format, which other frameworks read as well. */
public final class Weights {

    private Weights() {}

    /** All parameters, named after their place in the network. */
    public static byte[] encode(Block block) {
        NDList arrays = new NDList();
        for (Pair<String, Parameter> entry : block.getParameters()) {
            NDArray array = entry.getValue().getArray();
            array.setName(entry.getKey());
            arrays.add(array);
        }
        return arrays.encode(NDList.Encoding.SAFETENSORS);
    }

    /**
     * Sets all parameters of an initialised network of the same shape.
     *
     * @throws IllegalArgumentException if the bytes are those of another shape
     */
    public static void load(Block block, byte[] bytes) {
        try (NDManager manager = NDManager.newBaseManager(ai.djl.Device.cpu(), TorchEngine.NAME)) {
            NDList arrays = NDList.decode(manager, bytes);
            for (Pair<String, Parameter> entry : block.getParameters()) {
                NDArray saved = arrays.get(entry.getKey());
                NDArray current = entry.getValue().getArray();
                if (saved == null || !saved.getShape().equals(current.getShape())) {
                    throw new IllegalArgumentException("the weights do not fit the network at " + entry.getKey());
                }
                saved.copyTo(current);
            }
        }
    }
}
