package io.trainyard.trainer.data;

import java.util.List;

/** One input column and how its text becomes numbers; fitted in training, never again. */
public sealed interface Feature {

    /** The column's name. */
    String name();

    /** How many inputs of the network it fills. */
    int width();

    /**
     * Writes the numbers of one text.
     *
     * @param text the cell, not blank
     * @param into where to write, from {@code offset} on
     * @throws BadCell if the text is not one that this feature takes
     */
    void encode(String text, float[] into, int offset) throws BadCell;

    /** A number, standardised with the mean and deviation of the training rows. */
    record Numeric(String name, double mean, double deviation) implements Feature {
        @Override
        public int width() {
            return 1;
        }

        @Override
        public void encode(String text, float[] into, int offset) throws BadCell {
            into[offset] = (float) ((Cells.number(text) - mean) / deviation);
        }
    }

    /** One of the words seen in training, as one input each: 1 for the word, 0 for the others. */
    record Categorical(String name, List<String> words) implements Feature {
        @Override
        public int width() {
            return words.size();
        }

        @Override
        public void encode(String text, float[] into, int offset) throws BadCell {
            int index = words.indexOf(text);
            if (index < 0) {
                throw new BadCell("'" + Cells.shown(text) + "' was not seen in training; known are "
                        + Cells.shown(String.join(", ", words)));
            }
            into[offset + index] = 1;
        }
    }
}
