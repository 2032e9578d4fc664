package io.trainyard.local.dynamodb.expression;

import static org.assertj.core.api.Assertions.assertThat;

import io.trainyard.local.dynamodb.expression.Condition.And;
import io.trainyard.local.dynamodb.expression.Condition.Contains;
import io.trainyard.local.dynamodb.expression.Condition.Exists;
import io.trainyard.local.dynamodb.expression.Condition.HasType;
import io.trainyard.local.dynamodb.expression.Condition.In;
import io.trainyard.local.dynamodb.expression.Condition.Not;
import io.trainyard.local.dynamodb.expression.Condition.NotExists;
import io.trainyard.local.dynamodb.expression.Condition.Or;
import io.trainyard.local.dynamodb.expression.Operand.At;
import io.trainyard.local.dynamodb.expression.Operand.IfNotExists;
import io.trainyard.local.dynamodb.expression.Operand.Literal;
import io.trainyard.local.dynamodb.expression.Operand.Size;
import io.trainyard.local.dynamodb.expression.Step.Field;
import io.trainyard.local.dynamodb.expression.Step.Index;
import io.trainyard.local.dynamodb.value.AttributeValue;
import io.trainyard.local.dynamodb.value.AttributeValue.MapValue;
import io.trainyard.local.dynamodb.value.SampleValues;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What is written is read back as the same expression, and the logic of conditions is logic. */
class ExpressionProperties {

    @Property(tries = 500)
    void aConditionIsReadAsItWasWritten(@ForAll("conditions") Condition condition) {
        ExpressionText text = new ExpressionText();
        String written = text.of(condition);
        Placeholders placeholders = text.placeholders();

        assertThat(ConditionParser.parse(ExpressionKind.CONDITION, written, placeholders))
                .isEqualTo(condition);
        placeholders.refuseUnused();
    }

    @Property(tries = 300)
    void anUpdateIsReadAsItWasWritten(@ForAll("updates") Update update) {
        ExpressionText text = new ExpressionText();
        String written = text.of(update);

        assertThat(UpdateParser.parse(written, text.placeholders())).isEqualTo(update);
    }

    @Property(tries = 300)
    void negationAndConnectivesMeanWhatTheySay(
            @ForAll("conditions") Condition a, @ForAll("conditions") Condition b, @ForAll("items") MapValue item) {
        boolean left = ConditionEvaluator.matches(a, item);
        boolean right = ConditionEvaluator.matches(b, item);

        assertThat(ConditionEvaluator.matches(new Not(a), item)).isEqualTo(!left);
        assertThat(ConditionEvaluator.matches(new And(a, b), item)).isEqualTo(left && right);
        assertThat(ConditionEvaluator.matches(new Or(a, b), item)).isEqualTo(left || right);
    }

    @Property(tries = 300)
    void anUpdateChangesNothingBesideItsPaths(@ForAll("items") MapValue item, @ForAll("values") AttributeValue value) {
        Path path = new Path(List.of(new Field("zz")));
        Update update =
                new Update(List.of(new Update.Assignment(path, new Literal(value))), List.of(), List.of(), List.of());
        MapValue after = UpdateEvaluator.apply(update, item);
        MapValue back = UpdateEvaluator.apply(new Update(List.of(), List.of(path), List.of(), List.of()), after);

        assertThat(path.find(after)).contains(value);
        assertThat(back).isEqualTo(item);
    }

    @Provide
    Arbitrary<MapValue> items() {
        return SampleValues.maps();
    }

    @Provide
    Arbitrary<AttributeValue> values() {
        return SampleValues.any();
    }

    @Provide
    Arbitrary<Condition> conditions() {
        return Arbitraries.recursive(ExpressionProperties::terms, ExpressionProperties::compound, 0, 3);
    }

    @Provide
    Arbitrary<Update> updates() {
        Arbitrary<List<Operand>> sets = updateOperands().list().ofMaxSize(3);
        Arbitrary<Integer> removes = Arbitraries.integers().between(1, 3);
        return Combinators.combine(sets, removes).as(ExpressionProperties::update);
    }

    /** Each path in a field of its own, so that none meet. */
    private static Update update(List<Operand> sets, int removes) {
        List<Update.Assignment> assignments = new ArrayList<>();
        sets.forEach(value -> assignments.add(
                new Update.Assignment(new Path(List.of(new Field("set" + assignments.size()))), value)));
        List<Path> removed = IntStream.range(0, removes)
                .mapToObj(i -> new Path(List.of(new Field("gone"), new Index(i))))
                .toList();
        return new Update(assignments, removed, List.of(), List.of());
    }

    private static Arbitrary<Operand> updateOperands() {
        Arbitrary<Operand> simple =
                Arbitraries.oneOf(paths().map(At::new), SampleValues.any().map(Literal::new));
        return Arbitraries.oneOf(simple, Combinators.combine(paths(), simple).as(IfNotExists::new));
    }

    private static Arbitrary<Condition> compound(Arbitrary<Condition> inner) {
        return Arbitraries.oneOf(
                inner.map(Not::new),
                Combinators.combine(inner, inner).as(And::new),
                Combinators.combine(inner, inner).as(Or::new));
    }

    private static Arbitrary<Condition> terms() {
        Arbitrary<Operand> literals = SampleValues.ordered().map(Literal::new);
        Arbitrary<Operand> lefts = Arbitraries.oneOf(paths().map(At::new), paths().map(Size::new));
        return Arbitraries.oneOf(
                Combinators.combine(lefts, Arbitraries.of(Comparator.class), literals)
                        .as(Condition.Comparison::new),
                Combinators.combine(lefts, literals)
                        .as((operand, bound) -> new Condition.Between(operand, bound, bound)),
                Combinators.combine(lefts, literals.list().ofMinSize(1).ofMaxSize(3))
                        .as(In::new),
                paths().map(Exists::new),
                paths().map(NotExists::new),
                Combinators.combine(paths(), Arbitraries.of("S", "N", "BOOL", "L"))
                        .as(HasType::new),
                Combinators.combine(paths(), literals).as((path, part) -> new Contains(new At(path), part)));
    }

    private static Arbitrary<Path> paths() {
        Arbitrary<Step> fields =
                Arbitraries.of("a", "b", "name", "with-dash", "with.dot").map(Field::new);
        Arbitrary<Step> indexes = Arbitraries.integers().between(0, 99).map(Index::new);
        Arbitrary<List<Step>> rest = Arbitraries.oneOf(fields, indexes).list().ofMaxSize(2);
        return Combinators.combine(fields, rest).as((first, more) -> {
            List<Step> steps = new ArrayList<>(List.of(first));
            steps.addAll(more);
            return new Path(steps);
        });
    }
}
