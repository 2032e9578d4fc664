package io.trainyard.events.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import io.trainyard.events.Event;
import io.trainyard.events.EventType;
import io.trainyard.events.Releasing;
import io.trainyard.events.Samples;
import io.trainyard.events.json.EventCodec;
import io.trainyard.events.json.Expected;
import io.trainyard.events.json.GoldenFiles;
import io.trainyard.events.json.Json;
import io.trainyard.events.json.Refusal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The published schemas are those of the types, and say what the codec does. */
class SchemaTest {

    private static final Path FOLDER = Path.of("src/main/resources/schemas");
    private static final Map<EventType, JsonSchema> SCHEMAS = new EnumMap<>(EventType.class);

    @ParameterizedTest
    @EnumSource
    void thePublishedSchemaIsTheOneOfTheTypes(EventType type) {
        Expected.check(file(type), GoldenFiles.pretty(SchemaOf.detail(type)), "The type changed.");
    }

    @ParameterizedTest
    @EnumSource
    void theGoldenFileKeepsTheSchema(EventType type) {
        assertThat(violations(type, GoldenFiles.today(type))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void theGoldenFileShowsEveryFieldOfTheData(EventType type) {
        JsonNode schema = SchemaOf.detail(type);
        JsonNode data = resolve(schema, schema.at("/properties/data"));

        List<String> fields = new ArrayList<>();
        data.path("properties").fieldNames().forEachRemaining(fields::add);
        // A request has a graph or a training, never both.
        fields.remove("steps");

        assertThat(GoldenFiles.today(type).get("data").fieldNames())
                .toIterable()
                .containsExactlyElementsOf(fields);
    }

    @ParameterizedTest
    @EnumSource
    void aMissingFieldIsRefusedBySchemaAndCodecAlike(EventType type) {
        JsonNode schema = SchemaOf.detail(type);
        for (String part : List.of("metadata", "route", "data")) {
            JsonNode definition = resolve(schema, schema.at("/properties/" + part));
            for (JsonNode field : definition.path("required")) {
                ObjectNode broken = GoldenFiles.today(type).deepCopy();
                broken.withObject("/" + part).remove(field.asText());

                assertThat(violations(type, broken))
                        .as("%s without /%s/%s", type, part, field)
                        .isNotEmpty();
                assertThat(Refusal.of(type, broken))
                        .as("%s without /%s/%s", type, part, field)
                        .hasValueSatisfying(reason -> assertThat(reason).contains(field.asText()));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void aFieldThatMayBeMissingIsReadWithoutIt(EventType type) {
        JsonNode schema = SchemaOf.detail(type);
        JsonNode data = resolve(schema, schema.at("/properties/data"));
        List<String> required = new ArrayList<>();
        data.path("required").forEach(field -> required.add(field.asText()));
        ObjectNode bare = GoldenFiles.today(type).deepCopy();
        bare.withObject("/data").retain(required);

        Event event = EventCodec.read(type.eventName(), bare);

        assertThat(violations(type, bare)).isEmpty();
        assertThat(violations(type, Json.tree(EventCodec.detail(event)))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void onlyAReleasingEventCarriesNextAwaitedOrEnd(EventType type) {
        JsonNode released = GoldenFiles.today(EventType.JOB_ACCEPTED).at("/route/next");
        Map<String, JsonNode> releases =
                Map.of("next", released, "awaited", Json.tree("[\"model\"]"), "end", Json.tree("true"));
        releases.forEach((field, value) -> {
            ObjectNode detail = GoldenFiles.today(type).deepCopy();
            detail.set("route", GoldenFiles.today(EventType.TRAINING_STARTED).get("route"));
            detail.withObject("/route").set(field, value);
            boolean may = Samples.of(type) instanceof Releasing;

            assertThat(violations(type, detail).isEmpty())
                    .as("schema, %s", field)
                    .isEqualTo(may);
            assertThat(Refusal.of(type, detail).isEmpty())
                    .as("codec, %s", field)
                    .isEqualTo(may);
        });
    }

    static JsonNode resolve(JsonNode schema, JsonNode part) {
        return part.has("$ref")
                ? resolve(schema, schema.at(part.get("$ref").asText().substring(1)))
                : part;
    }

    private static Set<ValidationMessage> violations(EventType type, JsonNode detail) {
        return SCHEMAS.computeIfAbsent(type, SchemaTest::compiled).validate(detail);
    }

    private static JsonSchema compiled(EventType type) {
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(
                        SchemaOf.detail(type),
                        SchemaValidatorsConfig.builder()
                                .formatAssertionsEnabled(true)
                                .build());
    }

    private static Path file(EventType type) {
        return FOLDER.resolve(type.eventName() + ".schema.json");
    }
}
