package io.trainyard.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.arbitraries.StringArbitrary;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Names that SageMaker takes, and that tell everything back. */
class ResourceNameProperties {

    @Property(tries = 2_000)
    void sageMakerTakesEveryName(@ForAll("names") ResourceName name) {
        assertThat(name.toString()).hasSizeLessThanOrEqualTo(63).matches("^[a-zA-Z0-9](-*[a-zA-Z0-9])*$");
    }

    @Property(tries = 2_000)
    void readsBackFromItsText(@ForAll("names") ResourceName name) {
        assertThat(ResourceName.parse(name.toString())).contains(name);
    }

    @Property(tries = 2_000)
    void twoNamesThatDifferReadDifferently(@ForAll("names") ResourceName one, @ForAll("names") ResourceName other) {
        assertThat(one.toString().equals(other.toString())).isEqualTo(one.equals(other));
    }

    @Property(tries = 2_000)
    void readingAnythingNeverThrows(@ForAll("texts") String text) {
        ResourceName.parse(text).ifPresent(name -> assertThat(name).hasToString(text));
    }

    @Property
    void everyDrawnJobFitsIntoAName(@ForAll String account, @ForAll String source, @ForAll String key) {
        String job = JobIds.draw("ty-local", account, source, key);

        assertThat(ResourceName.parse(new ResourceName("ty-local", job, "train", 1, 1).toString()))
                .isPresent();
    }

    @Example
    void isWrittenAsTheProtocolSays() {
        assertThat(new ResourceName("ty-local", "7zk3m9q2x4", "train-a", 2, 13))
                .hasToString("ty-local-7zk3m9q2x4-train-a-2-13");
        assertThat(new ResourceName("ty-abcdefg", "j".repeat(26), "s23456789-123456", 1234, 567).toString())
                .hasSize(63);
    }

    @Example
    void whatIsNotOursIsNotRead() {
        for (String foreign : new String[] {
            "",
            "ty",
            "churn-2026",
            "ty-local",
            "ty-local-job-train-1",
            "ty-local-job-train-0-1",
            "ty-local-job-train-1-01",
            "ty-local-JOB-train-1-1",
            "xy-local-job-train-1-1",
            "ty-toolongx-job-train-1-1",
            "ty-local-job-1-1",
            "ty-local-job-train-12345-678",
            "ty-local-job-train--1-1",
            " ty-local-job-train-1-1",
            "ty-local-job-train-1-1\n"
        }) {
            assertThat(ResourceName.parse(foreign)).as(foreign).isEmpty();
        }
    }

    @Example
    void refusesWhatWouldNotFit() {
        refused(() -> new ResourceName("ty-toolongx", "job", "train", 1, 1));
        refused(() -> new ResourceName("ty-local", "j".repeat(27), "train", 1, 1));
        refused(() -> new ResourceName("ty-local", "job", "a-step-name-that-is-long", 1, 1));
        refused(() -> new ResourceName("ty-local", "job", "-train", 1, 1));
        refused(() -> new ResourceName("ty-local", "job", "train", 0, 1));
        refused(() -> new ResourceName("ty-local", "job", "train", 1, 0));
        refused(() -> new ResourceName("ty-local", "job", "train", 10_000, 1_000));
        refused(() -> new ResourceName("ty-local", "job-id", "train", 1, 1));
        refused(() -> new ResourceName("ty-local", "", "train", 1, 1));
    }

    @Provide
    Arbitrary<ResourceName> names() {
        Arbitrary<String> prefixes = letters().ofMinLength(1).ofMaxLength(7).map(env -> "ty-" + env);
        Arbitrary<String> jobs = letters().ofMinLength(1).ofMaxLength(26);
        Arbitrary<String> steps = Arbitraries.strings()
                .withCharRange('a', 'e')
                .withChars('-', '1')
                .ofMinLength(1)
                .ofMaxLength(16)
                .filter(ResourceName::isStep);
        return Combinators.combine(prefixes, jobs, steps, counters(9_999), counters(999))
                .as(ResourceName::new);
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.oneOf(
                Arbitraries.strings().ofMaxLength(80),
                Arbitraries.strings().withChars("ty-l0ca9z1").ofMaxLength(70).map(rest -> "ty-" + rest),
                names().map(name -> name + "0"),
                names().map(name -> name.toString().replaceFirst("\\d+$", "99999999999")));
    }

    private static StringArbitrary letters() {
        return Arbitraries.strings().withCharRange('a', 'z').withCharRange('0', '9');
    }

    private static Arbitrary<Integer> counters(int most) {
        return Arbitraries.integers().between(1, most);
    }

    private static void refused(ThrowingCallable name) {
        assertThatThrownBy(name).isInstanceOf(IllegalArgumentException.class).hasMessageMatching("(?s).{15,}");
    }
}
