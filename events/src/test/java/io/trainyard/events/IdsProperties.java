package io.trainyard.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Ids are drawn, never made up: the same question gives the same id, another one another. */
class IdsProperties {

    @Property
    void theSameRequestIsTheSameJob(@ForAll String account, @ForAll String source, @ForAll String key) {
        assertThat(JobIds.draw("ty-local", account, source, key))
                .isEqualTo(JobIds.draw("ty-local", account, source, key))
                .matches("[0-9a-hjkmnp-tv-z]{20}");
    }

    @Property(tries = 300)
    void anyOtherPartIsAnotherJob(@ForAll List<String> one, @ForAll List<String> other) {
        String first = EventIds.digest(one.toArray(String[]::new));
        String second = EventIds.digest(other.toArray(String[]::new));

        assertThat(first.equals(second)).isEqualTo(one.equals(other));
    }

    @Property
    void partsDoNotRunTogether(@ForAll String left, @ForAll char moved, @ForAll String right) {
        assertThat(JobIds.draw("ty-local", "1", left + moved, right))
                .isNotEqualTo(JobIds.draw("ty-local", "1", left, moved + right));
    }

    @Example
    void everyEventOfEveryStepAttemptAndRunHasAnIdOfItsOwn() {
        Set<String> ids = new HashSet<>();
        int drawn = 0;
        for (EventType type : EventType.values()) {
            for (String step : List.of("", "train", "train-1", "model")) {
                for (int run = 1; run <= 11; run++) {
                    for (int attempt = 0; attempt <= 11; attempt++) {
                        ids.add(EventIds.ofStep("job", run, step, attempt, type));
                        drawn++;
                    }
                }
            }
        }
        assertThat(ids).hasSize(drawn).allMatch(id -> id.matches("[0-9a-f]{32}"));
    }

    @Example
    void theseNeverChangeBecauseStoredRowsAndQueuedEventsHoldThem() {
        assertThat(JobIds.draw("ty-local", "123456789012", "com.example.lab", "iris-2026-11-20"))
                .isEqualTo("s5ywg65z3qfc2qy05wwm");
        assertThat(JobIds.draw("ty-prod", "", "", "")).isEqualTo("mb6tzqtyn9q8r6mx9ed0");
        assertThat(EventIds.ofStep("7zk3m9q2x4c8v1b5n6ha", 1, "train", 1, EventType.TRAINING_COMPLETED))
                .isEqualTo("286a4e08159911458bc61e1f8050c624");
        assertThat(EventIds.ofRun("7zk3m9q2x4c8v1b5n6ha", 2, EventType.JOB_ACCEPTED))
                .isEqualTo("0efc638c7c8850ed0f0021c8eaee55df");
        assertThat(EventIds.digest()).isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
        assertThat(EventIds.digest("a", "bc"))
                .isEqualTo("5310a58788781ab25d5ad7c3f85035824b4eb7bdfa394e0ac2186271472b5492");
    }
}
