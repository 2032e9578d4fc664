package io.trainyard.trainer.data;

import java.util.List;

/**
 * Rows of text under named columns.
 *
 * @param source the first file, for messages about the header
 * @param columns names in the order of the file
 * @param rows each as long as the columns
 */
public record Table(String source, List<String> columns, List<Row> rows) {

    /**
     * One row.
     *
     * @param place file and row, for messages
     * @param cells the texts, stripped
     */
    public record Row(String place, List<String> cells) {}
}
