package io.trainyard.events.json;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.trainyard.events.EventType;
import io.trainyard.events.Samples;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The golden details on disk, one per event and version. */
public final class GoldenFiles {

    static final Path FOLDER = Path.of("src/test/resources/golden");
    static final Pattern NAME = Pattern.compile("([a-z-]+)\\.v([1-9]\\d*)\\.json");
    private static final JsonMapper PRETTY = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .defaultPrettyPrinter(new DefaultPrettyPrinter(Separators.createDefaultInstance()
                            .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
                            .withArrayEmptySeparator(""))
                    .withObjectIndenter(new DefaultIndenter("  ", "\n"))
                    .withArrayIndenter(new DefaultIndenter("  ", "\n")))
            .build();

    private GoldenFiles() {}

    public static Path of(EventType type, int version) {
        return FOLDER.resolve(type.eventName() + ".v" + version + ".json");
    }

    /** The golden detail at the version that is written today; of a run that writes the files, what it writes. */
    public static JsonNode today(EventType type) {
        return Json.tree(
                Expected.regenerates() ? EventCodec.detail(Samples.of(type)) : Expected.read(of(type, type.version())));
    }

    static List<Path> all() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static String pretty(JsonNode node) {
        try {
            return PRETTY.writeValueAsString(node) + "\n";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
