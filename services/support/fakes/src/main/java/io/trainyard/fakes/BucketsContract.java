package io.trainyard.fakes;

import static org.assertj.core.api.Assertions.assertThat;

import io.trainyard.pace.Bucket;
import io.trainyard.pace.Buckets;
import io.trainyard.pace.Turn;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What every store of buckets has to do; run on the fake and on the adapter. */
public abstract class BucketsContract {

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00.123456789Z");
    private static final Bucket FIRST = new Bucket(1, 0.25, NOON, Map.of("a", new Turn(NOON, NOON.plusSeconds(3))));
    private static final Bucket SECOND = new Bucket(2, -1.5, NOON.plusSeconds(1), Map.of());

    /** An empty store. */
    protected abstract Buckets buckets();

    @Test
    void findsWhatWasPutUnderItsFamily() {
        Buckets buckets = buckets();
        assertThat(buckets.find("CreateModel")).isEmpty();
        assertThat(buckets.put("CreateModel", FIRST)).isTrue();
        assertThat(buckets.find("CreateModel")).contains(FIRST);
        assertThat(buckets.find("Describe")).isEmpty();
    }

    @Test
    void writesOnlyOverTheVersionBefore() {
        Buckets buckets = buckets();
        assertThat(buckets.put("CreateModel", SECOND)).isFalse();
        assertThat(buckets.put("CreateModel", FIRST)).isTrue();
        assertThat(buckets.put("CreateModel", FIRST)).isFalse();
        assertThat(buckets.put("CreateModel", SECOND)).isTrue();
        assertThat(buckets.find("CreateModel")).contains(SECOND);
    }
}
