package io.trainyard.trainer.data;

import io.trainyard.trainer.contract.ContainerFailure;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Reads the files of one channel, in name order, as one table. Each file brings the same header. */
public final class CsvChannel {

    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setIgnoreSurroundingSpaces(true)
            .setIgnoreEmptyLines(true)
            .get();

    private final DataFaults faults = new DataFaults();
    private final List<Table.Row> rows = new ArrayList<>();
    private List<String> columns = List.of();

    private CsvChannel() {}

    /**
     * Reads a channel's folder.
     *
     * @throws ContainerFailure if there is no file, no row, a row of another length, or a header that differs
     */
    public static Table read(Path folder) throws IOException {
        CsvChannel channel = new CsvChannel();
        List<Path> files = files(folder);
        String source = folder.getFileName() + "/" + folder.relativize(files.getFirst());
        for (Path file : files) {
            channel.readFile(folder.getFileName() + "/" + folder.relativize(file), file);
        }
        if (channel.rows.isEmpty()) {
            channel.faults.add(source + " row 2", "", "there are no rows below the header");
        }
        channel.faults.refuse();
        return new Table(source, channel.columns, List.copyOf(channel.rows));
    }

    private static List<Path> files(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new ContainerFailure(
                    "data refused: there is no channel '" + folder.getFileName() + "': " + folder + " is missing");
        }
        try (Stream<Path> all = Files.walk(folder)) {
            List<Path> files = all.filter(Files::isRegularFile)
                    .filter(file -> !file.getFileName().toString().startsWith("."))
                    .sorted()
                    .toList();
            if (files.isEmpty()) {
                throw new ContainerFailure("data refused: channel '" + folder.getFileName() + "' holds no file");
            }
            return files;
        }
    }

    private void readFile(String name, Path file) throws IOException {
        try (Reader reader = Files.newBufferedReader(file);
                CSVParser parser = FORMAT.parse(reader)) {
            boolean header = true;
            for (CSVRecord line : parser) {
                if (header) {
                    readHeader(name, line.toList());
                    header = false;
                } else {
                    readRow(name + " row " + parser.getCurrentLineNumber(), line.toList());
                }
            }
            if (header) {
                faults.add(name + " row 1", "", "the file is empty: a header line is expected");
            }
        } catch (UncheckedIOException e) {
            throw unreadable(name, e.getCause() == null ? e : e.getCause());
        } catch (CSVException | MalformedInputException e) {
            throw unreadable(name, e);
        }
    }

    private static ContainerFailure unreadable(String name, Throwable cause) {
        String reason = cause instanceof MalformedInputException ? "it is not UTF-8 text" : cause.getMessage();
        return new ContainerFailure("data refused: " + name + " cannot be read as CSV: " + reason);
    }

    private void readHeader(String name, List<String> cells) {
        List<String> header = new ArrayList<>(cells);
        // Spreadsheets put a byte order mark before the first name.
        header.set(0, header.getFirst().replace("\uFEFF", ""));
        for (int i = 0; i < header.size(); i++) {
            String column = header.get(i);
            if (column.isBlank()) {
                faults.add(name + " row 1", "", "column " + (i + 1) + " has no name");
            } else if (header.indexOf(column) < i) {
                faults.add(name + " row 1", column, "the name comes twice");
            }
        }
        if (columns.isEmpty()) {
            columns = List.copyOf(header);
        } else if (!columns.equals(header)) {
            String expected = String.join(",", columns);
            faults.add(name + " row 1", "", "the header differs from the first file's, which is " + expected);
        }
    }

    private void readRow(String place, List<String> cells) {
        if (cells.size() == columns.size()) {
            rows.add(new Table.Row(place, cells));
            return;
        }
        String column = cells.size() < columns.size() ? columns.get(cells.size()) : "";
        String problem = column.isEmpty() ? "the row is too long" : "the row ends before this column";
        faults.add(place, column, "%s: %d fields, %d expected".formatted(problem, cells.size(), columns.size()));
    }
}
