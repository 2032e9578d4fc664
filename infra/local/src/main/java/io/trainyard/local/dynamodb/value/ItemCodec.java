package io.trainyard.local.dynamodb.value;

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
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/** Items as they lie on disk: one tag byte per value, then its content. Part of the state folder's format. */
public final class ItemCodec {

    private ItemCodec() {}

    public static byte[] encode(MapValue item) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
        try {
            writeMap(new DataOutputStream(bytes), item);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    public static MapValue decode(byte[] bytes) {
        try {
            return readMap(new DataInputStream(new ByteArrayInputStream(bytes)));
        } catch (IOException e) {
            throw new UncheckedIOException("An item on disk cannot be read", e);
        }
    }

    private static void write(DataOutputStream out, AttributeValue value) throws IOException {
        switch (value) {
            case StringValue string -> tagged(out, 'S').writeText(string.value());
            case NumberValue number -> tagged(out, 'N').writeNumber(number.value());
            case BinaryValue binary ->
                tagged(out, 'B').writeBytes(binary.value().array());
            case BooleanValue flag -> out.writeByte(flag.value() ? 'T' : 'F');
            case NullValue none -> out.writeByte('0');
            case ListValue list -> tagged(out, 'L').each(list.values(), each -> write(out, each));
            case MapValue map -> {
                out.writeByte('M');
                writeMap(out, map);
            }
            case StringSet set -> {
                Writer writer = tagged(out, 's');
                writer.each(set.values(), writer::writeText);
            }
            case NumberSet set -> {
                Writer writer = tagged(out, 'n');
                writer.each(set.values(), writer::writeNumber);
            }
            case BinarySet set -> {
                Writer writer = tagged(out, 'b');
                writer.each(set.values(), each -> writer.writeBytes(each.array()));
            }
        }
    }

    private static Writer tagged(DataOutputStream out, char tag) throws IOException {
        out.writeByte(tag);
        return new Writer(out);
    }

    private static void writeMap(DataOutputStream out, MapValue map) throws IOException {
        Writer writer = new Writer(out);
        out.writeInt(map.values().size());
        for (var entry : map.values().entrySet()) {
            writer.writeText(entry.getKey());
            write(out, entry.getValue());
        }
    }

    private static AttributeValue read(DataInputStream in) throws IOException {
        int tag = in.readUnsignedByte();
        return switch (tag) {
            case 'S' -> new StringValue(readText(in));
            case 'N' -> new NumberValue(readNumber(in));
            case 'B' -> new BinaryValue(new Bytes(readBytes(in)));
            case 'T' -> new BooleanValue(true);
            case 'F' -> new BooleanValue(false);
            case '0' -> new NullValue();
            case 'L' -> new ListValue(list(in, ItemCodec::read));
            case 'M' -> readMap(in);
            case 's' -> new StringSet(new LinkedHashSet<>(list(in, ItemCodec::readText)));
            case 'n' -> new NumberSet(new LinkedHashSet<>(list(in, ItemCodec::readNumber)));
            case 'b' -> new BinarySet(new LinkedHashSet<>(list(in, each -> new Bytes(readBytes(each)))));
            default -> throw new IOException("Unknown tag " + tag);
        };
    }

    private static MapValue readMap(DataInputStream in) throws IOException {
        int size = in.readInt();
        Map<String, AttributeValue> values = LinkedHashMap.newLinkedHashMap(size);
        for (int i = 0; i < size; i++) {
            values.put(readText(in), read(in));
        }
        return new MapValue(values);
    }

    private static <T> List<T> list(DataInputStream in, Reader<T> reader) throws IOException {
        int size = in.readInt();
        List<T> values = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            values.add(reader.read(in));
        }
        return values;
    }

    private static String readText(DataInputStream in) throws IOException {
        return new String(readBytes(in), StandardCharsets.UTF_8);
    }

    private static BigDecimal readNumber(DataInputStream in) throws IOException {
        int scale = in.readInt();
        return new BigDecimal(new BigInteger(readBytes(in)), scale);
    }

    private static byte[] readBytes(DataInputStream in) throws IOException {
        return in.readNBytes(in.readInt());
    }

    private interface Reader<T> {
        T read(DataInputStream in) throws IOException;
    }

    private interface Step<T> {
        void take(T value) throws IOException;
    }

    private record Writer(DataOutputStream out) {

        void writeText(String text) throws IOException {
            writeBytes(text.getBytes(StandardCharsets.UTF_8));
        }

        void writeNumber(BigDecimal number) throws IOException {
            out.writeInt(number.scale());
            writeBytes(number.unscaledValue().toByteArray());
        }

        void writeBytes(byte[] bytes) throws IOException {
            out.writeInt(bytes.length);
            out.write(bytes);
        }

        <T> void each(Collection<T> values, Step<T> step) throws IOException {
            out.writeInt(values.size());
            for (T value : values) {
                step.take(value);
            }
        }
    }
}
