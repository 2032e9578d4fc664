package io.trainyard.trainer.data;

import java.util.List;

/** The predicted column and how its text becomes the number that the network learns. */
public sealed interface Target {

    /** The column's name. */
    String name();

    /** How many outputs the network has. */
    int outputs();

    /**
     * The number of one text.
     *
     * @throws BadCell if the text is not a value of this target
     */
    float encode(String text) throws BadCell;

    /**
     * A number, learned as its distance from the centre in units of the scale.
     *
     * @param centre in the target's own unit
     * @param scale in the target's own unit, above 0
     */
    record Quantity(String name, double centre, double scale) implements Target {
        @Override
        public int outputs() {
            return 1;
        }

        @Override
        public float encode(String text) throws BadCell {
            return (float) ((Cells.number(text) - centre) / scale);
        }

        /** Back from the network's output to the target's own unit. */
        public double decode(float output) {
            return centre + scale * output;
        }
    }

    /** One of several classes, learned as its index. */
    record Classes(String name, List<String> words) implements Target {
        @Override
        public int outputs() {
            return words.size();
        }

        @Override
        public float encode(String text) throws BadCell {
            int index = words.indexOf(text);
            if (index < 0) {
                throw new BadCell("class '" + Cells.shown(text) + "' is not among those of the training rows: "
                        + Cells.shown(String.join(", ", words)));
            }
            return index;
        }
    }
}
