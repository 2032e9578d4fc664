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
import java.math.BigDecimal;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** Values of every type for properties. */
public final class SampleValues {

    private SampleValues() {}

    public static Arbitrary<MapValue> maps() {
        return Arbitraries.maps(Arbitraries.strings().alpha().ofMinLength(1).ofMaxLength(3), any())
                .ofMaxSize(4)
                .map(MapValue::new);
    }

    public static Arbitrary<AttributeValue> any() {
        return Arbitraries.recursive(SampleValues::flat, SampleValues::nested, 0, 3);
    }

    /** What can be a key, and so has an order. */
    public static Arbitrary<AttributeValue> ordered() {
        return Arbitraries.oneOf(
                texts().map(StringValue::new), numbers().map(NumberValue::new), bytes().map(BinaryValue::new));
    }

    private static Arbitrary<AttributeValue> flat() {
        Arbitrary<AttributeValue> others = Arbitraries.oneOf(
                Arbitraries.of(true, false).map(BooleanValue::new),
                Arbitraries.of(new NullValue()),
                texts().set().ofMinSize(1).ofMaxSize(3).map(StringSet::new),
                numbers().set().ofMinSize(1).ofMaxSize(3).map(NumberSet::new),
                bytes().set().ofMinSize(1).ofMaxSize(3).map(BinarySet::new));
        return Arbitraries.oneOf(ordered(), others);
    }

    private static Arbitrary<AttributeValue> nested(Arbitrary<AttributeValue> inner) {
        return Arbitraries.oneOf(
                inner,
                inner.list().ofMaxSize(3).map(ListValue::new),
                Arbitraries.maps(Arbitraries.strings().alpha().ofMinLength(1).ofMaxLength(2), inner)
                        .ofMaxSize(3)
                        .map(MapValue::new));
    }

    private static Arbitrary<String> texts() {
        return Arbitraries.strings()
                .withChars('a', 'ü', '\u4e2d', '"', '\\', '\0')
                .ofMaxLength(4);
    }

    private static Arbitrary<BigDecimal> numbers() {
        return Arbitraries.bigDecimals()
                .between(new BigDecimal("-1e20"), new BigDecimal("1e20"))
                .ofScale(4)
                .map(BigDecimal::stripTrailingZeros);
    }

    private static Arbitrary<Bytes> bytes() {
        return Arbitraries.bytes().array(byte[].class).ofMaxSize(3).map(Bytes::new);
    }
}
