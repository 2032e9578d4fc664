package io.trainyard.deadletters.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trainyard.letters.app.Letters;
import io.trainyard.letters.domain.Arrival;
import io.trainyard.letters.domain.CauseCount;
import io.trainyard.letters.domain.Letter;
import io.trainyard.letters.domain.Rewrite;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What {@link Letters} promise, run on the fake and on the adapter. */
public abstract class LettersContract {

    protected static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    protected abstract Letters letters();

    @Test
    void keepsALetterOnce() {
        Letters letters = letters();
        Letter letter = letter("m1", NOON);

        assertThat(letters.create(letter)).isTrue();
        assertThat(letters.create(letter)).isFalse();

        assertThat(letters.find(letter.id())).contains(letter);
        assertThat(letters.find("nobody")).isEmpty();
        assertThat(letters.causes()).singleElement().satisfies(cause -> {
            assertThat(cause.open()).isEqualTo(1);
            assertThat(cause.total()).isEqualTo(1);
            assertThat(cause.sample()).isEqualTo(letter.id());
            assertThat(cause.cause()).isEqualTo(letter.cause());
        });
    }

    @Test
    void writesOnlyOverWhatWasRead() {
        Letters letters = letters();
        Letter letter = letter("m1", NOON);
        letters.create(letter);
        Letter sent = letter.replayed("ann", "replay r1", NOON);

        assertThat(letters.replace(List.of(new Rewrite(letter, sent)), "r1")).isTrue();
        assertThat(letters.replace(letter, letter.discarded("bob", "late", NOON)))
                .isFalse();

        assertThat(letters.find(letter.id())).contains(sent);
        assertThat(letters.causes())
                .singleElement()
                .satisfies(cause -> assertThat(cause.open()).isZero());
    }

    @Test
    void listsWhatWaitsTheLongestFirstUpToAMoment() {
        Letters letters = letters();
        Letter second = letter("m2", NOON.plusSeconds(2));
        Letter first = letter("m1", NOON);
        Letter third = letter("m3", NOON.plusSeconds(4));
        letters.create(second);
        letters.create(first);
        letters.create(third);
        letters.replace(first, first.marked());
        String cause = first.cause().fingerprint();

        assertThat(letters.open(cause, NOON.plusSeconds(3), 9))
                .extracting(Letter::id)
                .containsExactly(first.id(), second.id());
        assertThat(letters.open(cause, NOON.plusSeconds(9), 1))
                .extracting(Letter::id)
                .containsExactly(first.id());

        letters.replace(second, second.replayed("ann", "r", NOON));
        assertThat(letters.open(cause, NOON.plusSeconds(9), 9))
                .extracting(Letter::id)
                .containsExactly(first.id(), third.id());
        assertThat(letters.open("other", NOON.plusSeconds(9), 9)).isEmpty();
    }

    /** What lies beyond the year 9999 is written with a sign, which sorts before every digit: nothing would be found. */
    @Test
    void refusesAMomentThatIsNoneOfOurCalendars() {
        Letters letters = letters();
        Letter letter = letter("m1", NOON);
        letters.create(letter);
        String cause = letter.cause().fingerprint();

        assertThat(letters.open(cause, Instant.parse("9999-12-31T23:59:59Z"), 9))
                .hasSize(1);
        assertThatThrownBy(() -> letters.open(cause, Instant.MAX.minusSeconds(1), 9))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("9999");
    }

    @Test
    void countsALetterThatComesBack() {
        Letters letters = letters();
        Letter letter = letter("m1", NOON);
        letters.create(letter);
        Letter sent = letter.replayed("ann", "replay r1", NOON);
        letters.replace(letter, sent);
        var again = new Arrival("training", "m2", "{}", "no verdict", Optional.of(letter.id()));

        assertThat(letters.replace(sent, sent.again(again, NOON.plusSeconds(5))))
                .isTrue();

        assertThat(letters.causes()).singleElement().satisfies(cause -> {
            assertThat(cause.open()).isEqualTo(1);
            assertThat(cause.total()).isEqualTo(2);
            assertThat(cause.firstSeen()).isEqualTo(NOON);
            assertThat(cause.lastSeen()).isEqualTo(NOON.plusSeconds(5));
        });
    }

    @Test
    void keepsLettersOfSeveralCausesInOneWriteOrNone() {
        Letters letters = letters();
        Letter one = letter("m1", NOON);
        Letter two = letter("m2", NOON);
        Letter other = letter("m3", NOON, "AccessDenied: no");

        assertThat(letters.create(List.of(one, two, other))).isTrue();
        assertThat(letters.create(List.of(letter("m4", NOON), two))).isFalse();

        assertThat(letters.find(letter("m4", NOON).id())).isEmpty();
        assertThat(letters.causes()).extracting(CauseCount::open).containsExactlyInAnyOrder(2L, 1L);
        assertThat(letters.causes()).extracting(CauseCount::total).containsExactlyInAnyOrder(2L, 1L);
    }

    @Test
    void writesOverSeveralLettersInOneWriteOrNone() {
        Letters letters = letters();
        Letter one = letter("m1", NOON);
        Letter two = letter("m2", NOON);
        Letter other = letter("m3", NOON, "AccessDenied: no");
        letters.create(List.of(one, two, other));
        letters.replace(two, two.marked());

        assertThat(letters.replace(List.of(replayed(one), replayed(two)), "r1")).isFalse();
        assertThat(letters.find(one.id())).contains(one);
        assertThat(letters.replace(List.of(replayed(one), replayed(two.marked()), replayed(other)), "r1"))
                .isTrue();

        assertThat(letters.find(two.id()).orElseThrow().parked()).isFalse();
        assertThat(letters.causes()).hasSize(2).allMatch(cause -> cause.open() == 0);
    }

    private static Rewrite replayed(Letter letter) {
        return new Rewrite(letter, letter.replayed("ann", "replay r1", NOON));
    }

    private static Letter letter(String messageId, Instant at) {
        return letter(messageId, at, "no verdict");
    }

    private static Letter letter(String messageId, Instant at, String cause) {
        return Letter.first(new Arrival("training", messageId, "{}", cause, Optional.empty()), "ty-test", at);
    }
}
