package io.trainyard.local.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FaultPlanTest {

    private static final Occasion CREATE = Occasion.of("CreateTrainingJob", "ty-local-a");

    @TempDir
    Path folder;

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-01-01T00:00:00Z"));
    private final Clock clock = new Clock() {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return ((InstantSource) now::get).instant();
        }
    };

    @Test
    void theSameSeedStrikesTheSameSubjectsInWhateverOrderTheyCome() {
        var names = new ArrayList<>(
                IntStream.range(0, 400).mapToObj(n -> "job-" + n).toList());
        var first = struck(plan("one", 7), names);
        Collections.reverse(names);
        var second = struck(plan("two", 7), names);
        var other = struck(plan("three", 8), names);

        assertThat(second).containsExactlyInAnyOrderElementsOf(first);
        assertThat(other).isNotEqualTo(first);
        assertThat(first).hasSizeBetween(50, 110);
    }

    @Test
    void strikesOnlyTheNthOccasion() {
        var plan = plan("plan", 1);
        plan.clear();
        plan.set(Fault.of(FaultKind.KILL_BEFORE).onlyThe(3));

        var struck = IntStream.rangeClosed(1, 6)
                .filter(n -> plan.on(FaultKind.KILL_BEFORE, CREATE).isPresent())
                .boxed()
                .toList();

        assertThat(struck).containsExactly(3);
        assertThat(plan.fired("kill-before")).isEqualTo(1);
    }

    @Test
    void isInForceByTheClock() {
        var plan = plan("plan", 1);
        plan.clear();
        plan.set(read("{'kind': 'no-capacity', 'after': '10s', 'for': '1m'}"));

        assertThat(plan.on(FaultKind.NO_CAPACITY, CREATE)).isEmpty();
        now.set(now.get().plusSeconds(10));
        assertThat(plan.on(FaultKind.NO_CAPACITY, CREATE)).isPresent();
        now.set(now.get().plusSeconds(60));
        assertThat(plan.on(FaultKind.NO_CAPACITY, CREATE)).isEmpty();
    }

    @Test
    void leavesTheSlotsAndTheCallsASecondThatItIsTold() {
        var plan = plan("plan", 1);
        plan.clear();
        plan.set(Fault.of(FaultKind.NO_CAPACITY).on("ml.p3.*").withLimit(2));
        plan.set(Fault.of(FaultKind.THROTTLE).withLimit(1));

        assertThat(plan.on(FaultKind.NO_CAPACITY, CREATE.on("ml.p3.2xlarge", 1, 1)))
                .isEmpty();
        assertThat(plan.on(FaultKind.NO_CAPACITY, CREATE.on("ml.m5.large", 2, 1)))
                .isEmpty();
        assertThat(plan.on(FaultKind.NO_CAPACITY, CREATE.on("ml.p3.2xlarge", 2, 1)))
                .isPresent();
        assertThat(plan.on(FaultKind.THROTTLE, CREATE)).isEmpty();
        assertThat(plan.on(FaultKind.THROTTLE, CREATE)).isPresent();
        now.set(now.get().plusSeconds(1));
        assertThat(plan.on(FaultKind.THROTTLE, CREATE)).isEmpty();
    }

    @Test
    void isThereAgainAfterARestartWithWhatItHasCounted() {
        var plan = plan("plan", 9);
        plan.clear();
        plan.set(Fault.of(FaultKind.ERROR).at("dynamodb", "Put*").times(2));
        assertThat(plan.on(FaultKind.ERROR, Occasion.call("dynamodb", "PutItem")))
                .isPresent();

        var again = FaultPlan.open(folder.resolve("plan"), clock);

        assertThat(again.all()).isEqualTo(plan.all());
        assertThat(again.on(FaultKind.ERROR, Occasion.call("dynamodb", "GetItem")))
                .isEmpty();
        assertThat(again.on(FaultKind.ERROR, Occasion.call("dynamodb", "PutItem")))
                .isPresent();
        assertThat(again.on(FaultKind.ERROR, Occasion.call("dynamodb", "PutItem")))
                .isEmpty();
        assertThat(again.fired("error")).isEqualTo(2);
    }

    @Test
    void aFileThatIsNoPlanStopsTheAccountWithASentence() throws IOException {
        var file = Files.writeString(folder.resolve("plan"), "{\"faults\": [{\"kind\": \"trottle\"}]}");

        assertThatThrownBy(() -> FaultPlan.open(file, clock))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining("kind 'trottle' is not known; there are throttle, error, hold");
    }

    @Test
    void everyFieldIsReadAndWrittenAndAWrongOneIsNamed() {
        var fault = read("""
                {'id': 'x', 'kind': 'throttle', 'service': 'sagemaker', 'operation': 'Create*', 'name': 'ty-*',
                 'instanceType': 'ml.*', 'rate': 0.25, 'skip': 3, 'times': 2, 'after': '500ms', 'for': '2m', 'delay': 'PT1S',
                 'error': 'Boom', 'limit': 4}""");

        assertThat(FaultText.read(FaultText.write(fault))).isEqualTo(fault);
        assertThat(fault.odds().after()).isEqualTo(Duration.ofMillis(500));
        assertThatThrownBy(() -> read("{'kind': 'throttle', 'rat': 1}"))
                .hasMessageContaining("field 'rat' is not known");
        assertThatThrownBy(() -> read("{'kind': 'throttle', 'rate': 2}"))
                .hasMessage("rate must be from 0 to 1, not 2.0");
        assertThatThrownBy(() -> read("{'kind': 'hold', 'delay': 'soon'}"))
                .hasMessage("delay 'soon' is not a time such as 500ms, 5s, 2m or PT1M30S");
    }

    private FaultPlan plan(String file, long seed) {
        var plan = FaultPlan.open(folder.resolve(file), clock);
        plan.seed(seed);
        plan.set(Fault.of(FaultKind.EVENT_LOST).about("job-*").withRate(0.2));
        return plan;
    }

    private static List<String> struck(FaultPlan plan, List<String> names) {
        return names.stream()
                .filter(name -> plan.on(FaultKind.EVENT_LOST, Occasion.of("Completed", name))
                        .isPresent())
                .toList();
    }

    private static Fault read(String text) {
        try {
            return FaultText.read(new com.fasterxml.jackson.databind.ObjectMapper().readTree(text.replace('\'', '"')));
        } catch (IOException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
