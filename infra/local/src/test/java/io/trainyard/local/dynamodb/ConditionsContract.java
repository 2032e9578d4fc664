package io.trainyard.local.dynamodb;

import static io.trainyard.local.dynamodb.Values.b;
import static io.trainyard.local.dynamodb.Values.invalid;
import static io.trainyard.local.dynamodb.Values.item;
import static io.trainyard.local.dynamodb.Values.list;
import static io.trainyard.local.dynamodb.Values.map;
import static io.trainyard.local.dynamodb.Values.n;
import static io.trainyard.local.dynamodb.Values.ns;
import static io.trainyard.local.dynamodb.Values.refused;
import static io.trainyard.local.dynamodb.Values.s;
import static io.trainyard.local.dynamodb.Values.ss;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;

/** Condition expressions: what they mean and what is refused of them. */
interface ConditionsContract extends ConformanceCase {

    /** One item with something of each type, and the values that conditions compare with. */
    private Map<String, AttributeValue> sample(String pk) {
        return item(
                "pk",
                s(pk),
                "word",
                s("hello"),
                "num",
                n(5),
                "bin",
                b(1, 2, 3),
                "yes",
                AttributeValue.fromBool(true),
                "tags",
                ss("red", "blue"),
                "nums",
                ns("1", "2"),
                "parts",
                list(s("a"), map("deep", n(9))),
                "doc",
                map("x", s("y")));
    }

    private boolean holds(String condition, Object... values) {
        String pk = fresh();
        client().putItem(b -> b.tableName(tables().simple()).item(sample(pk)));
        Map<String, AttributeValue> given = values.length == 0 ? null : item(values);
        try {
            client().deleteItem(b -> b.tableName(tables().simple())
                    .key(item("pk", s(pk)))
                    .conditionExpression(condition)
                    .expressionAttributeValues(given));
            return true;
        } catch (ConditionalCheckFailedException e) {
            return false;
        }
    }

    private void refusedCondition(String words, String condition, Object... values) {
        invalid(words, () -> holds(condition, values));
    }

    @Test
    default void comparesValues() {
        assertThat(holds("num = :v", ":v", n("5.0"))).isTrue();
        assertThat(holds("num <> :v", ":v", n(5))).isFalse();
        assertThat(holds("num < :v", ":v", n(10))).isTrue();
        assertThat(holds("num >= :v", ":v", n(5))).isTrue();
        assertThat(holds("num > :v", ":v", n(5))).isFalse();
        assertThat(holds("word <= :v", ":v", s("hellp"))).isTrue();
        assertThat(holds("bin < :v", ":v", b(1, 2, 200))).isTrue();
        assertThat(holds("tags = :v", ":v", ss("blue", "red"))).isTrue();
        assertThat(holds("doc = :v", ":v", map("x", s("y")))).isTrue();
        assertThat(holds("yes = :v", ":v", AttributeValue.fromBool(true))).isTrue();
        assertThat(holds(":v = num", ":v", n(5))).isTrue();
    }

    @Test
    @Differs(
            moto = "fails",
            source =
                    "Developer Guide, Comparison operator and function reference: values of different types are not equal")
    default void neverComparesAcrossTypes() {
        assertThat(holds("num = :v", ":v", s("5"))).isFalse();
        assertThat(holds("num <> :v", ":v", s("5"))).isTrue();
        assertThat(holds("num < :v", ":v", s("6"))).isFalse();
        assertThat(holds("num > :v", ":v", s("6"))).isFalse();
    }

    @Test
    default void takesAnAttributeThatIsNotThereForDifferent() {
        assertThat(holds("gone = :v", ":v", n(1))).isFalse();
        assertThat(holds("gone <> :v", ":v", n(1))).isTrue();
        assertThat(holds("gone < :v", ":v", n(1))).isFalse();
        assertThat(holds("NOT gone = :v", ":v", n(1))).isTrue();
        assertThat(holds("gone BETWEEN :v AND :w", ":v", n(1), ":w", n(2))).isFalse();
    }

    @Test
    default void knowsRangesAndChoices() {
        assertThat(holds("num BETWEEN :a AND :b", ":a", n(5), ":b", n(6))).isTrue();
        assertThat(holds("num between :a and :b", ":a", n(6), ":b", n(7))).isFalse();
        assertThat(holds("num IN (:a, :b)", ":a", n(1), ":b", n(5))).isTrue();
        assertThat(holds("num IN (:a)", ":a", s("5"))).isFalse();
        assertThat(holds("size(word) BETWEEN :a AND :b", ":a", n(5), ":b", n(5)))
                .isTrue();
    }

    @Test
    default void bindsNotBeforeAndBeforeOr() {
        Object[] v = {":t", n(5), ":f", n(6)};
        assertThat(holds("num = :t OR num = :t AND num = :f", v)).isTrue();
        assertThat(holds("(num = :t OR num = :t) AND num = :f", v)).isFalse();
        assertThat(holds("NOT num = :t OR num = :t AND NOT num = :f", v)).isTrue();
        assertThat(holds("not (num = :t and num = :f)", v)).isTrue();
    }

    @Test
    default void knowsWhatIsThere() {
        assertThat(holds("attribute_exists(word)")).isTrue();
        assertThat(holds("attribute_not_exists(word)")).isFalse();
        assertThat(holds("attribute_exists(doc.x) AND attribute_not_exists(doc.y)"))
                .isTrue();
        assertThat(holds("attribute_exists(parts[1].deep) AND attribute_not_exists(parts[2])"))
                .isTrue();
        assertThat(holds("attribute_type(word, :t)", ":t", s("S"))).isTrue();
        assertThat(holds("attribute_type(tags, :t)", ":t", s("L"))).isFalse();
    }

    @Test
    @Differs(
            moto = "compares numbers inside sets by their text",
            source = "Developer Guide, Comparison operator and function reference, contains")
    default void looksInsideValues() {
        assertThat(holds("begins_with(word, :v)", ":v", s("hell"))).isTrue();
        assertThat(holds("begins_with(num, :v)", ":v", s("5"))).isFalse();
        assertThat(holds("begins_with(bin, :v)", ":v", b(1, 2))).isTrue();
        assertThat(holds("contains(word, :v)", ":v", s("ell"))).isTrue();
        assertThat(holds("contains(tags, :v)", ":v", s("red"))).isTrue();
        assertThat(holds("contains(tags, :v)", ":v", s("re"))).isFalse();
        assertThat(holds("contains(nums, :v)", ":v", n("2.0"))).isTrue();
        assertThat(holds("contains(parts, :v)", ":v", s("a"))).isTrue();
    }

    @Test
    default void measuresSizes() {
        assertThat(holds("size(word) = :v", ":v", n(5))).isTrue();
        assertThat(holds("size(bin) = :v", ":v", n(3))).isTrue();
        assertThat(holds("size(tags) > :v", ":v", n(1))).isTrue();
        assertThat(holds("size(parts) = :v", ":v", n(2))).isTrue();
        assertThat(holds("size(doc) = :v", ":v", n(1))).isTrue();
    }

    @Test
    default void claimsOnlyWhatNobodyHas() {
        String pk = fresh();
        client().putItem(b -> b.tableName(tables().simple())
                .item(item("pk", s(pk), "by", s("first")))
                .conditionExpression("attribute_not_exists(pk)"));

        refused(
                "ConditionalCheckFailedException",
                "The conditional request failed",
                () -> client().putItem(b -> b.tableName(tables().simple())
                        .item(item("pk", s(pk), "by", s("second")))
                        .conditionExpression("attribute_not_exists(pk)")));

        assertThat(client().getItem(b -> b.tableName(tables().simple()).key(item("pk", s(pk))))
                        .item())
                .containsEntry("by", s("first"));
    }

    @Test
    default void tellsTheItemOfAFailedConditionWhereAsked() {
        String pk = fresh();
        client().putItem(b -> b.tableName(tables().simple()).item(item("pk", s(pk), "a", n(1))));

        var told = catchThrowableOfType(
                ConditionalCheckFailedException.class,
                () -> client().updateItem(b -> b.tableName(tables().simple())
                        .key(item("pk", s(pk)))
                        .updateExpression("SET a = :n")
                        .conditionExpression("a = :o")
                        .expressionAttributeValues(item(":n", n(3), ":o", n(2)))
                        .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)));
        var untold = catchThrowableOfType(
                ConditionalCheckFailedException.class,
                () -> client().deleteItem(b -> b.tableName(tables().simple())
                        .key(item("pk", s(pk)))
                        .conditionExpression("attribute_not_exists(pk)")));

        assertThat(told.item()).isEqualTo(item("pk", s(pk), "a", n(1)));
        assertThat(untold.hasItem()).isFalse();
    }

    @Test
    default void refusesReservedWords() {
        for (String word : new String[] {"name", "Status", "SIZE", "timestamp"}) {
            refusedCondition(
                    "Invalid ConditionExpression: Attribute name is a reserved keyword; reserved keyword: " + word,
                    "attribute_exists(" + word + ")");
        }
    }

    @Test
    @Differs(moto = "fails", source = "Developer Guide, Expression attribute values; AWS's own answer")
    default void refusesPlaceholdersThatAreNotGiven() {
        refusedCondition(
                "Invalid ConditionExpression: An expression attribute value used in expression is not defined; attribute"
                        + " value: :b",
                "num = :b AND num = :a",
                ":a",
                n(1));
        refusedCondition(
                "Invalid ConditionExpression: An expression attribute name used in the document path is not defined;"
                        + " attribute name: #a",
                "attribute_exists(#a)");
    }

    @Test
    @Differs(moto = "does not look at values", source = "AWS's own answer")
    default void refusesPlaceholdersThatAreNotUsed() {
        refusedCondition(
                "Value provided in ExpressionAttributeValues unused in expressions: keys: {:b}",
                "num = :a",
                ":a",
                n(1),
                ":b",
                n(2));
        invalid(
                "Value provided in ExpressionAttributeNames unused in expressions: keys: {#n}",
                () -> client().putItem(b -> b.tableName(tables().simple())
                        .item(item("pk", s("x")))
                        .conditionExpression("attribute_not_exists(pk)")
                        .expressionAttributeNames(Map.of("#n", "num"))));
    }

    @Test
    @Differs(moto = "calls them unused", source = "AWS's own answer")
    default void refusesPlaceholdersWithoutAnExpression() {
        invalid(
                "ExpressionAttributeNames can only be specified when using expressions",
                () -> client().putItem(b -> b.tableName(tables().simple())
                        .item(item("pk", s("x")))
                        .expressionAttributeNames(Map.of("#n", "num"))));
        invalid(
                "ExpressionAttributeValues can only be specified when using expressions",
                () -> client().putItem(b -> b.tableName(tables().simple())
                        .item(item("pk", s("x")))
                        .expressionAttributeValues(item(":n", n(1)))));
    }

    @Test
    @Differs(moto = "fails", source = "AWS's own answer")
    default void refusesConditionsThatCannotBeRead() {
        refusedCondition("Invalid ConditionExpression: Syntax error; token: \"<EOF>\"", "num =");
        refusedCondition("Invalid ConditionExpression: Syntax error; token:", "num num = :a", ":a", n(1));
        refusedCondition("Invalid ConditionExpression: Syntax error; token:", "num = :a)", ":a", n(1));
        refusedCondition("Invalid ConditionExpression: The expression can not be empty;", "");
        refusedCondition("Invalid ConditionExpression: Invalid function name; function: exists", "exists(num)");
    }

    @Test
    @Differs(
            moto = "fails or answers",
            source = "Developer Guide, Comparison operator and function reference; AWS's own answers")
    default void refusesOperandsThatMakeNoSense() {
        String wrong = "Invalid ConditionExpression: ";
        refusedCondition(
                wrong
                        + "Incorrect number of operands for operator or function; operator or function: begins_with, number"
                        + " of operands: 1",
                "begins_with(word)");
        refusedCondition(
                wrong + "Incorrect operand type for operator or function; operator or function: begins_with, operand"
                        + " type: N",
                "begins_with(word, :v)",
                ":v",
                n(1));
        refusedCondition(
                wrong + "Incorrect operand type for operator or function; operator or function: <, operand type: BOOL",
                "num < :v",
                ":v",
                AttributeValue.fromBool(true));
        refusedCondition(
                wrong + "The BETWEEN operator requires upper bound to be greater than or equal to lower bound",
                "num BETWEEN :a AND :b",
                ":a",
                n(2),
                ":b",
                n(1));
        refusedCondition(
                wrong + "Operator or function requires a document path; operator or function: attribute_exists",
                "attribute_exists(:v)",
                ":v",
                n(1));
        refusedCondition(
                wrong + "The first operand must be distinct from the remaining operands for this operator or function;"
                        + " operator: =, first operand: [num]",
                "num = num");
        refusedCondition(wrong + "The expression has redundant parentheses;", "((num = :v))", ":v", n(1));
        refusedCondition(
                wrong + "Invalid attribute type name found; type: TEXT", "attribute_type(word, :t)", ":t", s("TEXT"));
    }
}
