package io.trainyard.lambda;

import io.trainyard.events.json.PackedJson;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** {@link PackedJson} as an attribute of an item. */
public final class PackedAttribute {

    private PackedAttribute() {}

    /** The text, packed. */
    public static AttributeValue of(String json) {
        return AttributeValue.fromB(SdkBytes.fromByteArrayUnsafe(PackedJson.pack(json)));
    }

    /** @throws IllegalStateException where the item is of a version that packed nothing, with what to do about it */
    public static String text(@Nullable AttributeValue attribute) {
        if (attribute == null || attribute.b() == null) {
            throw new IllegalStateException(
                    "a row is of a version before rows were packed, and cannot be read: begin afresh, on one machine with ./trainyard reset");
        }
        return PackedJson.unpack(attribute.b().asByteArrayUnsafe());
    }
}
