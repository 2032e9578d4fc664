package io.trainyard.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class EventTypeTest {

    @Test
    void listsEveryFactOfTheSealedFamilyOnce() {
        assertThat(Arrays.stream(EventType.values()).<Class<?>>map(EventType::fact))
                .containsExactlyInAnyOrderElementsOf(facts(Fact.class).collect(Collectors.toSet()));
    }

    @Test
    void isNamedAfterItsFact() {
        for (EventType type : EventType.values()) {
            String words = type.fact().getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "-");
            assertThat(type.eventName()).isEqualTo(words.toLowerCase(Locale.ROOT));
            assertThat(EventType.named(type.eventName())).contains(type);
            assertThat(type.meaning()).endsWith(".");
        }
    }

    @Test
    void doesNotKnowAForeignName() {
        assertThat(EventType.named("Object Created")).isEmpty();
        assertThat(EventType.named("training-complete")).isEmpty();
    }

    @Test
    void aStepsFailureIsNeverAReleasingFact() {
        Set<Class<?>> failures =
                facts(Fact.class).filter(StepFailure.class::isAssignableFrom).collect(Collectors.toSet());

        assertThat(failures).isNotEmpty().allMatch(StandingFact.class::isAssignableFrom);
    }

    private static Stream<Class<?>> facts(Class<?> type) {
        return type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses()).flatMap(EventTypeTest::facts)
                : Stream.of(type);
    }
}
