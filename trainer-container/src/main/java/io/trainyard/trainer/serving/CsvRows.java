package io.trainyard.trainer.serving;

import io.trainyard.trainer.data.Schema;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Rows from a CSV body; a first line that repeats the feature names is a header and is passed over. */
final class CsvRows {

    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setIgnoreSurroundingSpaces(true)
            .setIgnoreEmptyLines(true)
            .get();

    private CsvRows() {}

    static List<List<String>> of(String body, Schema schema) {
        try (CSVParser parser = FORMAT.parse(new StringReader(body))) {
            List<List<String>> rows =
                    parser.getRecords().stream().map(CSVRecord::toList).toList();
            boolean header = !rows.isEmpty() && rows.getFirst().equals(schema.names());
            return header ? rows.subList(1, rows.size()) : rows;
        } catch (IOException | UncheckedIOException e) {
            throw new HttpProblem(400, "the body cannot be read as CSV: " + e.getMessage());
        }
    }
}
