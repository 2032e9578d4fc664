package io.trainyard.cli.demo;

import io.trainyard.cli.CommandFailure;
import io.trainyard.cli.ExitCode;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** A CSV file with a header. */
final class Rows {

    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();

    private final List<CSVRecord> records;

    private Rows(List<CSVRecord> records) {
        this.records = records;
    }

    static Rows of(Path file) {
        try (Reader reader = Files.newBufferedReader(file);
                CSVParser parser = FORMAT.parse(reader)) {
            return new Rows(parser.getRecords());
        } catch (IOException e) {
            throw new CommandFailure(ExitCode.BAD_INPUT, "cannot read the rows in " + file);
        }
    }

    int size() {
        return records.size();
    }

    List<String> column(String name) {
        return records.stream().map(row -> row.get(name)).toList();
    }

    /** The rows as CSV without a header, only these columns, in this order. */
    String csv(List<String> columns) {
        var text = new StringBuilder();
        for (CSVRecord row : records) {
            Object[] cells = columns.stream().map(row::get).toArray();
            text.append(CSVFormat.RFC4180.format(cells)).append('\n');
        }
        return text.toString();
    }
}
