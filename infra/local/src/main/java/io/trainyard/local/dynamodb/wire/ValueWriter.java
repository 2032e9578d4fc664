package io.trainyard.local.dynamodb.wire;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.trainyard.local.dynamodb.value.AttributeValue;
import io.trainyard.local.dynamodb.value.AttributeValue.BinarySet;
import io.trainyard.local.dynamodb.value.AttributeValue.BinaryValue;
import io.trainyard.local.dynamodb.value.AttributeValue.BooleanValue;
import io.trainyard.local.dynamodb.value.AttributeValue.ListValue;
import io.trainyard.local.dynamodb.value.AttributeValue.MapValue;
import io.trainyard.local.dynamodb.value.AttributeValue.NullValue;
import io.trainyard.local.dynamodb.value.AttributeValue.NumberSet;
import io.trainyard.local.dynamodb.value.AttributeValue.NumberValue;
import io.trainyard.local.dynamodb.value.AttributeValue.StringSet;
import io.trainyard.local.dynamodb.value.AttributeValue.StringValue;
import io.trainyard.local.dynamodb.value.Numbers;

/** Values as JSON on the wire: {@code {"S": "text"}}. */
public final class ValueWriter {

    private ValueWriter() {}

    public static ObjectNode item(MapValue item) {
        ObjectNode node = Json.object();
        item.values().forEach((name, value) -> node.set(name, value(value)));
        return node;
    }

    public static ObjectNode value(AttributeValue value) {
        ObjectNode node = Json.object();
        String type = value.type();
        switch (value) {
            case StringValue string -> node.put(type, string.value());
            case NumberValue number -> node.put(type, Numbers.text(number.value()));
            case BinaryValue binary -> node.put(type, binary.value().toString());
            case BooleanValue flag -> node.put(type, flag.value());
            case NullValue none -> node.put(type, true);
            case ListValue list -> {
                ArrayNode array = node.putArray(type);
                list.values().forEach(each -> array.add(value(each)));
            }
            case MapValue map -> node.set(type, item(map));
            case StringSet set -> set.values().forEach(node.putArray(type)::add);
            case NumberSet set -> {
                ArrayNode array = node.putArray(type);
                set.values().forEach(each -> array.add(Numbers.text(each)));
            }
            case BinarySet set -> {
                ArrayNode array = node.putArray(type);
                set.values().forEach(each -> array.add(each.toString()));
            }
        }
        return node;
    }
}
