package io.trainyard.local.front;

import static org.assertj.core.api.Assertions.assertThat;

import io.trainyard.local.front.signature.Breach;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class IdentityFactsTest {

    @Test
    void knowsAnErrorForEveryBreachInEveryForm() {
        var wanted = Arrays.stream(ErrorForm.values())
                .flatMap(form -> Stream.of(Breach.Kind.values()).map(kind -> form + "/" + kind));

        assertThat(IdentityFacts.all().keySet()).containsExactlyInAnyOrderElementsOf(wanted.toList());
    }

    @Test
    void hasASourceForEachFact() {
        assertThat(IdentityFacts.all().values())
                .allSatisfy(fact -> assertThat(fact.source()).hasSizeGreaterThan(10));
    }
}
