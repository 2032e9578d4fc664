package io.trainyard.trainer.data;

/**
 * One thing wrong with one place in the data.
 *
 * @param place file and row; the row is the line in the file, the header being row 1
 * @param column the column's name, or empty where the whole row is meant
 * @param problem what is wrong and what is expected
 */
public record DataFault(String place, String column, String problem) {

    @Override
    public String toString() {
        return place + (column.isEmpty() ? "" : ", column '" + column + "'") + ": " + problem;
    }
}
