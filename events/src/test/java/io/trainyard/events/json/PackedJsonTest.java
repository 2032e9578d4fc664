package io.trainyard.events.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trainyard.events.EventType;
import io.trainyard.events.Samples;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PackedJsonTest {

    /** What DynamoDB bills as one write, less the keys and other attributes of an item of ours. */
    private static final int ONE_WRITE = 1024 - 200;

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "{\"name\":\"Größe 🚂\"}"})
    void givesTheTextBack(String text) {
        assertThat(PackedJson.unpack(PackedJson.pack(text))).isEqualTo(text);
    }

    @Test
    void givesALongTextBack() {
        String text = "{\"a\":\"" + "0123456789 Größe ".repeat(40_000) + "\"}";
        assertThat(PackedJson.unpack(PackedJson.pack(text))).isEqualTo(text);
    }

    /** The samples are of a job with all that a plan can say. */
    @ParameterizedTest
    @EnumSource
    void aFactIsOneWrite(EventType type) {
        String detail = EventCodec.detail(Samples.of(type));
        byte[] packed = PackedJson.pack(detail);

        assertThat(PackedJson.unpack(packed)).isEqualTo(detail);
        assertThat(packed.length).as(type.eventName()).isLessThan(ONE_WRITE);
    }

    /** Fails where the known words have changed: what is in people's tables could no longer be read. */
    @Test
    void readsWhatAnEarlierVersionPacked() {
        byte[] packed = HexFormat.of().parseHex("78f91152b05cc3924dcd819e03005eae0776");
        assertThat(PackedJson.unpack(packed)).isEqualTo("{\"metadata\":{\"id\":\"7\"}}");
    }

    @Test
    void saysThatWordsAreUnknownThatTextIsCutAndThatItIsNone() throws IOException {
        byte[] packed = PackedJson.pack("{\"metadata\":{\"id\":\"7\"}}");

        assertThatThrownBy(() -> PackedJson.unpack(Arrays.copyOf(packed, packed.length - 6)))
                .isInstanceOf(UnreadableEvent.class)
                .hasMessageContaining("without its end");
        assertThatThrownBy(() -> PackedJson.unpack("{\"a\":1}".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(UnreadableEvent.class)
                .hasMessageContaining("not a packed text");
        byte[] others = packedWith("other words, of a version to come");
        assertThatThrownBy(() -> PackedJson.unpack(others))
                .isInstanceOf(UnreadableEvent.class)
                .hasMessageContaining("words that this version does not know");
    }

    private static byte[] packedWith(String words) throws IOException {
        var deflater = new Deflater();
        deflater.setDictionary(words.getBytes(StandardCharsets.UTF_8));
        var packed = new ByteArrayOutputStream();
        try (var out = new DeflaterOutputStream(packed, deflater)) {
            out.write("{}".getBytes(StandardCharsets.UTF_8));
        }
        return packed.toByteArray();
    }
}
