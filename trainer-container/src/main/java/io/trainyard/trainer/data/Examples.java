package io.trainyard.trainer.data;

/**
 * Rows ready for the network.
 *
 * @param inputs one array per row, as wide as the schema
 * @param targets one number per row
 */
public record Examples(float[][] inputs, float[] targets) {

    /** How many rows. */
    public int size() {
        return targets.length;
    }
}
