package io.trainyard.local.dynamodb.value;

import static org.assertj.core.api.Assertions.assertThat;

import io.trainyard.local.dynamodb.value.AttributeValue.BinaryValue;
import io.trainyard.local.dynamodb.value.AttributeValue.NumberValue;
import io.trainyard.local.dynamodb.value.AttributeValue.StringValue;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The bytes of keys stand in the order of their values, and one key never swallows the next. */
class KeyBytesProperties {

    private static int order(byte[] left, byte[] right) {
        return Integer.signum(Arrays.compareUnsigned(left, right));
    }

    private static byte[] key(BigDecimal number) {
        return KeyBytes.of(new NumberValue(number));
    }

    private static byte[] key(String text) {
        return KeyBytes.of(new StringValue(text));
    }

    @Property
    void numbersStandInTheirOrder(@ForAll("numbers") BigDecimal left, @ForAll("numbers") BigDecimal right) {
        assertThat(order(key(left), key(right))).isEqualTo(left.compareTo(right));
    }

    @Property
    void neighbouringNumbersStandInTheirOrder(@ForAll("integers") BigDecimal number) {
        assertThat(order(key(number), key(number.add(BigDecimal.ONE)))).isEqualTo(-1);
        assertThat(order(key(number), key(number.add(new BigDecimal("0.01"))))).isEqualTo(-1);
    }

    @Property
    void equalNumbersAreTheSameKey(@ForAll("integers") BigDecimal number) {
        assertThat(key(number.setScale(5))).isEqualTo(key(number));
    }

    @Property
    void textsStandInTheOrderOfTheirUtf8Bytes(@ForAll("texts") String left, @ForAll("texts") String right) {
        int expected = order(left.getBytes(StandardCharsets.UTF_8), right.getBytes(StandardCharsets.UTF_8));
        assertThat(order(key(left), key(right))).isEqualTo(expected);
    }

    @Property
    void binaryStandsInItsOrderUnsigned(@ForAll byte[] left, @ForAll byte[] right) {
        assertThat(order(KeyBytes.of(binary(left)), KeyBytes.of(binary(right)))).isEqualTo(order(left, right));
    }

    @Property
    void aKeyOfTwoValuesIsOrderedByTheFirstAndThenTheSecond(
            @ForAll("texts") String a,
            @ForAll("texts") String b,
            @ForAll("texts") String c,
            @ForAll("texts") String d) {
        int first = order(key(a), key(b));
        int second = order(key(c), key(d));
        assertThat(order(both(a, c), both(b, d))).isEqualTo(first != 0 ? first : second);
    }

    @Property
    void aPrefixStartsExactlyWhatBeginsWithIt(@ForAll("texts") String text, @ForAll("texts") String prefix) {
        byte[] start = KeyBytes.prefix(new StringValue(prefix));
        byte[] key = key(text);
        boolean starts = key.length >= start.length && Arrays.equals(key, 0, start.length, start, 0, start.length);
        assertThat(starts).isEqualTo(text.startsWith(prefix));
        byte[] longer = key(prefix + text);
        assertThat(Arrays.copyOf(longer, start.length)).isEqualTo(start);
    }

    private static byte[] both(String first, String second) {
        byte[] head = key(first);
        byte[] tail = key(second);
        byte[] joined = Arrays.copyOf(head, head.length + tail.length);
        System.arraycopy(tail, 0, joined, head.length, tail.length);
        return joined;
    }

    private static BinaryValue binary(byte[] bytes) {
        return new BinaryValue(new Bytes(bytes));
    }

    @Provide
    Arbitrary<BigDecimal> numbers() {
        Arbitrary<BigInteger> digits = Arbitraries.bigIntegers()
                .between(
                        BigInteger.TEN.pow(38).negate().add(BigInteger.ONE),
                        BigInteger.TEN.pow(38).subtract(BigInteger.ONE));
        Arbitrary<Integer> exponents = Arbitraries.integers().between(-130, 88);
        Arbitrary<BigDecimal> wide =
                Combinators.combine(digits, exponents).as((unscaled, exponent) -> new BigDecimal(unscaled, -exponent));
        Arbitrary<BigDecimal> near = Arbitraries.bigDecimals()
                .between(new BigDecimal(-1000), new BigDecimal(1000))
                .ofScale(3);
        return Arbitraries.oneOf(wide, near);
    }

    @Provide
    Arbitrary<BigDecimal> integers() {
        return Arbitraries.longs().map(BigDecimal::valueOf);
    }

    /** Few different characters, so that many texts share their beginnings; zeros and surrogates among them. */
    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of("\0", "\u0001", "a", "b", "é", "\uFFFD", "𝄞")
                .list()
                .ofMaxSize(5)
                .map(parts -> String.join("", parts));
    }
}
