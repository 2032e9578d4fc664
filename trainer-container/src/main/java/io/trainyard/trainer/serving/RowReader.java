package io.trainyard.trainer.serving;

import io.trainyard.trainer.data.Schema;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Turns a request's body into encoded rows, or refuses it naming row and column. */
final class RowReader {

    /** A client that sends a thousand bad rows learns as much from the first few. */
    private static final int SHOWN = 5;

    private final Schema schema;

    RowReader(Schema schema) {
        this.schema = schema;
    }

    /**
     * Reads a body.
     *
     * @param contentType with or without parameters
     * @throws HttpProblem 415 for another type than CSV or JSON, 400 for what cannot be predicted
     */
    List<float[]> read(String contentType, byte[] body) {
        String type = contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        return switch (type) {
            case "text/csv" -> encode(CsvRows.of(text(body), schema));
            case "application/json" -> encode(JsonRows.of(text(body), schema));
            default ->
                throw new HttpProblem(
                        415, "content type '" + contentType + "' is not supported: send text/csv or application/json");
        };
    }

    private static String text(byte[] body) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
            if (text.isBlank()) {
                throw new HttpProblem(400, "the body is empty: send at least one row of features");
            }
            return text;
        } catch (CharacterCodingException e) {
            throw new HttpProblem(400, "the body is not UTF-8 text");
        }
    }

    private List<float[]> encode(List<List<String>> rows) {
        if (rows.isEmpty()) {
            throw new HttpProblem(400, "there are no rows: send at least one row of features");
        }
        List<String> problems = new ArrayList<>();
        List<float[]> encoded = new ArrayList<>();
        for (int i = 0; i < rows.size() && problems.size() < SHOWN; i++) {
            int row = i + 1;
            List<String> cells = rows.get(i);
            if (cells.size() != schema.names().size()) {
                problems.add("row %d has %d features, %d expected (%s)"
                        .formatted(row, cells.size(), schema.names().size(), String.join(",", schema.names())));
            } else {
                encoded.add(schema.encode(
                        cells,
                        (column, problem) -> problems.add("row %d, column '%s': %s".formatted(row, column, problem))));
            }
        }
        if (!problems.isEmpty()) {
            throw new HttpProblem(400, String.join("; ", problems));
        }
        return encoded;
    }
}
