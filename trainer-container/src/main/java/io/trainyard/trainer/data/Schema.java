package io.trainyard.trainer.data;

import java.util.List;

/**
 * The features of a model in order. Training and serving turn text into numbers here and nowhere else, so they cannot
 * drift apart.
 */
public record Schema(List<Feature> features) {

    /** Takes a problem with one cell. */
    @FunctionalInterface
    public interface Problems {

        /**
         * Called once for every bad cell.
         *
         * @param column the feature's name
         * @param problem what is wrong with its text
         */
        void add(String column, String problem);
    }

    /** Copies the list. */
    public Schema {
        features = List.copyOf(features);
    }

    /** The names of the feature columns in order. */
    public List<String> names() {
        return features.stream().map(Feature::name).toList();
    }

    /** How many inputs the network has. */
    public int width() {
        return features.stream().mapToInt(Feature::width).sum();
    }

    /**
     * The numbers of one row.
     *
     * @param cells one text per feature, in order
     * @param problems told about every cell that cannot be used; the result is then not meant to be used
     */
    public float[] encode(List<String> cells, Problems problems) {
        float[] inputs = new float[width()];
        int offset = 0;
        for (int i = 0; i < features.size(); i++) {
            Feature feature = features.get(i);
            try {
                String text = cells.get(i).strip();
                if (Cells.isAbsent(text)) {
                    throw new BadCell("the value is missing ('" + text + "')");
                }
                feature.encode(text, inputs, offset);
            } catch (BadCell e) {
                problems.add(feature.name(), String.valueOf(e.getMessage()));
            }
            offset += feature.width();
        }
        return inputs;
    }
}
