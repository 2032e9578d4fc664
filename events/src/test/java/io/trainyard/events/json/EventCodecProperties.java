package io.trainyard.events.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.trainyard.events.EventType;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** However a document is broken, it is read or refused with a sentence; nothing else comes out. */
class EventCodecProperties {

    record Broken(EventType type, JsonNode detail) {}

    @Property(tries = 5_000)
    void aBrokenDetailIsReadOrRefusedWithASentence(@ForAll("broken") Broken broken) {
        EventType type = broken.type();
        try {
            String written = EventCodec.detail(EventCodec.read(type.eventName(), broken.detail()));

            assertThat(EventCodec.detail(EventCodec.read(type.eventName(), Json.tree(written))))
                    .as("what was read can be written and read again")
                    .isEqualTo(written);
        } catch (UnreadableEvent refused) {
            assertThat(refused.getMessage())
                    .hasSizeGreaterThan(12)
                    .doesNotContain("null\"", "Exception", "because \"", "io.trainyard");
        }
    }

    @Property(tries = 2_000)
    void anyTextIsADocumentOrRefusedWithASentence(@ForAll String text) {
        try {
            assertThat(Json.tree(text)).isNotNull();
        } catch (UnreadableEvent refused) {
            assertThat(refused.getMessage()).startsWith("not a JsonNode");
        }
    }

    @Provide
    Arbitrary<Broken> broken() {
        return Arbitraries.of(EventType.class).flatMap(type -> {
            JsonNode golden = GoldenFiles.today(type);
            Arbitrary<Mutation> mutation = Combinators.combine(Arbitraries.of(Mutation.places(golden)), values())
                    .as(Mutation::new);
            return mutation.list().ofMinSize(1).ofMaxSize(3).map(mutations -> broken(type, golden, mutations));
        });
    }

    private static Broken broken(EventType type, JsonNode golden, List<Mutation> mutations) {
        ObjectNode detail = golden.deepCopy();
        mutations.forEach(mutation -> mutation.apply(detail));
        return new Broken(type, detail);
    }

    private static Arbitrary<JsonNode> values() {
        Arbitrary<JsonNode> fixed = Arbitraries.of(
                        "null",
                        "true",
                        "0",
                        "-1",
                        "1",
                        "1e400",
                        "9999999999999",
                        "1.5",
                        "\"\"",
                        "\"train\"",
                        "[]",
                        "{}",
                        "[null]",
                        "[1]",
                        "[[]]",
                        "{\"a\": null}",
                        "{\"step\": \"x\"}",
                        "\"2026-11-20T14:10:00Z\"")
                .map(Json::tree);
        Arbitrary<JsonNode> text = Arbitraries.strings().ofMaxLength(30).map(TextNode::valueOf);
        return Arbitraries.oneOf(fixed, text, Arbitraries.just(MissingNode.getInstance()));
    }
}
