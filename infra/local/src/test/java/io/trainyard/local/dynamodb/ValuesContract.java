package io.trainyard.local.dynamodb;

import static io.trainyard.local.dynamodb.Values.b;
import static io.trainyard.local.dynamodb.Values.invalid;
import static io.trainyard.local.dynamodb.Values.item;
import static io.trainyard.local.dynamodb.Values.list;
import static io.trainyard.local.dynamodb.Values.map;
import static io.trainyard.local.dynamodb.Values.n;
import static io.trainyard.local.dynamodb.Values.ns;
import static io.trainyard.local.dynamodb.Values.s;
import static io.trainyard.local.dynamodb.Values.ss;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What attributes can hold. */
interface ValuesContract extends ConformanceCase {

    private void put(AttributeValue value) {
        client().putItem(b -> b.tableName(tables().simple()).item(item("pk", s(fresh()), "a", value)));
    }

    private AttributeValue kept(AttributeValue value) {
        String pk = fresh();
        client().putItem(b -> b.tableName(tables().simple()).item(item("pk", s(pk), "a", value)));
        return client().getItem(b -> b.tableName(tables().simple()).key(item("pk", s(pk))))
                .item()
                .get("a");
    }

    @Test
    default void keepsEveryType() {
        for (AttributeValue value : new AttributeValue[] {
            s("text"),
            n(7),
            b(0, 1, 254, 255),
            AttributeValue.fromBool(true),
            AttributeValue.fromBool(false),
            AttributeValue.fromNul(true),
            list(n(1), s("two"), list()),
            map("a", map("b", list())),
        }) {
            assertThat(kept(value)).isEqualTo(value);
        }
    }

    @Test
    default void keepsEmptyTextAndBinaryOutsideKeys() {
        assertThat(kept(s("")).s()).isEmpty();
        assertThat(kept(b()).b().asByteArray()).isEmpty();
    }

    @Test
    default void keepsSetsWithoutOrder() {
        assertThat(kept(ss("b", "a", "c")).ss()).containsExactlyInAnyOrder("a", "b", "c");
        assertThat(kept(ns("2", "1")).ns()).containsExactlyInAnyOrder("1", "2");
        assertThat(kept(AttributeValue.fromBs(List.of(SdkBytes.fromUtf8String("x"))))
                        .bs())
                .containsExactly(SdkBytes.fromUtf8String("x"));
    }

    @Test
    @Differs(
            moto = "gives numbers back as they were written",
            source = "Developer Guide, Data types, Number: leading and trailing zeros are trimmed")
    default void normalisesNumbers() {
        assertThat(kept(n("007")).n()).isEqualTo("7");
        assertThat(kept(n("1.500")).n()).isEqualTo("1.5");
        assertThat(kept(n("-0.0")).n()).isEqualTo("0");
        assertThat(kept(n("1.2e3")).n()).isEqualTo("1200");
        assertThat(kept(n("1E-3")).n()).isEqualTo("0.001");
    }

    @Test
    default void keeps38Digits() {
        String digits = "12345678901234567890123456789012345678";
        assertThat(kept(n(digits)).n()).isEqualTo(digits);
        assertThat(kept(n("0." + digits)).n()).isEqualTo("0." + digits);
    }

    @Test
    @Differs(moto = "keeps any number", source = "Developer Guide, Data types, Number: 38 digits, up to 9.99E+125")
    default void refusesNumbersOutsideTheRange() {
        invalid(
                "Attempting to store more than 38 significant digits in a Number",
                () -> put(n("123456789012345678901234567890123456789")));
        invalid(
                "Number overflow. Attempting to store a number with magnitude larger than supported range",
                () -> put(n("1E126")));
        invalid(
                "Number underflow. Attempting to store a number with magnitude smaller than supported range",
                () -> put(n("1E-131")));
        invalid("The parameter cannot be converted to a numeric value: seven", () -> put(n("seven")));
        invalid("The parameter cannot be converted to a numeric value", () -> put(n("")));
    }

    @Test
    @Differs(moto = "keeps duplicates in sets", source = "Developer Guide, Data types, Sets: each value is unique")
    default void refusesSetsThatAreNone() {
        invalid("One or more parameter values were invalid: An string set  may not be empty", () -> put(ss()));
        invalid("One or more parameter values were invalid: An number set  may not be empty", () -> put(ns()));
        invalid(
                "One or more parameter values were invalid: Input collection [a, a] contains duplicates.",
                () -> put(ss("a", "a")));
        invalid("Input collection contains duplicates", () -> put(ns("1", "1.0")));
    }

    @Test
    @Differs(moto = "fails", source = "API Reference, AttributeValue: a union")
    default void refusesAValueWithoutAType() {
        invalid(
                "Supplied AttributeValue is empty, must contain exactly one of the supported datatypes",
                () -> put(AttributeValue.builder().build()));
    }

    @Test
    @Differs(moto = "takes the first", source = "API Reference, AttributeValue: a union")
    default void refusesAValueOfTwoTypes() {
        invalid(
                "Supplied AttributeValue has more than one datatypes set, must contain exactly one of the supported"
                        + " datatypes",
                () -> put(AttributeValue.builder().s("x").n("1").build()));
    }

    @Test
    @Differs(moto = "has no limit", source = "Developer Guide, Quotas: nested attributes up to 32 levels")
    default void refusesValuesNestedTooDeep() {
        AttributeValue deepest = s("bottom");
        for (int level = 0; level < 32; level++) {
            deepest = list(deepest);
        }
        AttributeValue tooDeep = list(deepest);
        put(deepest);

        invalid("Nesting Levels have exceeded supported limits", () -> put(tooDeep));
    }
}
