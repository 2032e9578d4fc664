package io.trainyard.trainer.parameters;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class RuleProperties {

    @Property(tries = 500)
    void anyTextIsEitherAcceptedOrRefusedWithItsName(@ForAll @From("names") String name, @ForAll String text) {
        Rule rule = ParameterRules.ALL.get(name).rule();

        assertThat(rule.check(name, text).map(Violation::name).orElse(name)).isEqualTo(name);
        assertThat(rule.check(name, text).isEmpty()).isEqualTo(rule.accepts(text));
        assertThat(rule.accepts(rule.example())).isTrue();
    }

    @Property
    void everyWholeNumberWithinBoundsIsRead(@ForAll int seed) {
        Map<String, String> given = Map.of("target", "t", "task", "regression", "seed", String.valueOf(seed));
        if (seed >= 0) {
            assertThat(TrainingParameters.of(given).fit().seed()).isEqualTo(seed);
        } else {
            assertThat(ParameterRules.ALL.get("seed").rule().accepts(String.valueOf(seed)))
                    .isFalse();
        }
    }

    @Provide
    Arbitrary<String> names() {
        return Arbitraries.of(ParameterRules.ALL.keySet());
    }
}
