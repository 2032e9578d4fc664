package io.trainyard.local.dynamodb.value;

import static org.assertj.core.api.Assertions.assertThat;

import io.trainyard.local.dynamodb.value.AttributeValue.MapValue;
import io.trainyard.local.dynamodb.wire.ValueReader;
import io.trainyard.local.dynamodb.wire.ValueWriter;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Items come back from disk and from the wire as they were. */
class ItemCodecProperties {

    @Property(tries = 300)
    void anItemComesBackFromDisk(@ForAll("items") MapValue item) {
        assertThat(ItemCodec.decode(ItemCodec.encode(item))).isEqualTo(item);
    }

    @Property(tries = 300)
    void anItemComesBackFromTheWire(@ForAll("items") MapValue item) {
        assertThat(ValueReader.item(ValueWriter.item(item))).isEqualTo(item);
    }

    @Provide
    Arbitrary<MapValue> items() {
        return SampleValues.maps();
    }
}
