package io.trainyard.events.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.fasterxml.jackson.databind.JsonNode;
import io.trainyard.events.Event;
import io.trainyard.events.EventType;
import io.trainyard.events.Samples;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The wire shape of each event is pinned; a change inside a version only adds. */
class GoldenTest {

    private static final String ADVICE = """
            A field was added: fine, regenerate. A field was renamed, removed or has another meaning: raise the version in \
            EventType, say in EventCodec how the version before is lifted, and keep its golden file (CONTRIBUTING.md, add an event).""";

    @ParameterizedTest
    @EnumSource
    void eachEventIsWrittenAsItsGoldenFileShows(EventType type) {
        JsonNode written = Json.tree(EventCodec.detail(Samples.of(type)));
        Path file = GoldenFiles.of(type, type.version());
        if (Files.exists(file)) {
            onlyAdds(type, Json.tree(Expected.read(file)), written);
        }
        Expected.check(file, GoldenFiles.pretty(written), ADVICE);
    }

    @ParameterizedTest
    @EnumSource
    void readingAndWritingAgainGivesTheSame(EventType type) {
        Event sample = Samples.of(type);

        Event read = EventCodec.read(type.eventName(), Json.tree(EventCodec.detail(sample)));

        assertThat(read).isEqualTo(sample);
        assertThat(EventCodec.detail(read)).isEqualTo(EventCodec.detail(sample));
    }

    @Test
    void everyGoldenFileOfAVersionThatIsStillReadCanBeRead() {
        assumeFalse(Expected.regenerates(), "the files are being written");
        for (Path file : GoldenFiles.all()) {
            var name = GoldenFiles.NAME.matcher(file.getFileName().toString());
            assertThat(name.matches())
                    .as("%s is called <event>.v<version>.json", file)
                    .isTrue();
            EventType type = EventType.named(name.group(1)).orElseThrow();
            int version = Integer.parseInt(name.group(2));
            if (version < type.version() - 1) {
                continue;
            }

            Event event = EventCodec.read(type.eventName(), Json.tree(Expected.read(file)));

            assertThat(event.metadata().version()).isEqualTo(version);
        }
    }

    @ParameterizedTest
    @EnumSource
    void theVersionBeforeKeepsItsGoldenFile(EventType type) {
        assumeFalse(Expected.regenerates(), "the files are being written");
        for (int version = Math.max(1, type.version() - 1); version <= type.version(); version++) {
            assertThat(GoldenFiles.of(type, version))
                    .as("to raise %s to version %d keep the file of the version before", type, type.version())
                    .exists();
        }
    }

    @Test
    void aFieldThatVanishesIsNotAnAddition() {
        JsonNode before = Json.tree("{\"a\": {\"b\": 1, \"c\": [{\"d\": 2}]}}");

        assertThatThrownBy(
                        () -> onlyAdds(EventType.JOB_REQUESTED, before, Json.tree("{\"a\": {\"b\": 1, \"c\": [{}]}}")))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("/a/c/0/d");
        onlyAdds(EventType.JOB_REQUESTED, before, Json.tree("{\"e\": 1, \"a\": {\"b\": 3, \"c\": [{\"d\": 2}]}}"));
    }

    private static void onlyAdds(EventType type, JsonNode before, JsonNode after) {
        assertThat(shape("", after))
                .as("fields and their types of %s inside version %d. %s", type, type.version(), ADVICE)
                .containsAll(shape("", before));
    }

    /** Every path with the type of what lies there. */
    private static Set<String> shape(String at, JsonNode node) {
        var paths = new TreeSet<String>();
        paths.add(at + " " + node.getNodeType());
        if (node.isObject()) {
            node.properties().forEach(field -> paths.addAll(shape(at + "/" + field.getKey(), field.getValue())));
        }
        if (node.isArray() && !node.isEmpty()) {
            paths.addAll(shape(at + "/0", node.get(0)));
        }
        return paths;
    }
}
