package io.trainyard.requests.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.trainyard.events.S3Location;
import io.trainyard.requests.app.Datasets.Presence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What everything that looks for data sets has to see; run on the fake and on the adapter. */
public abstract class DatasetsContract {

    private static final String OBJECT = "penguins/train.csv";

    /** A bucket {@code data} with one object under this key, and no other bucket. */
    protected abstract Datasets datasets(String key);

    @ParameterizedTest
    @ValueSource(strings = {"penguins/train.csv", "penguins/", "penguins/tr"})
    void findsAnObjectByWhatItsKeyBeginsWith(String key) {
        assertThat(look(datasets(OBJECT), "s3://data/" + key)).isEqualTo(Presence.PRESENT);
    }

    @Test
    void tellsABucketWithoutItFromNoBucket() {
        Datasets datasets = datasets(OBJECT);

        assertThat(look(datasets, "s3://data/penguins/test.csv")).isEqualTo(Presence.NOTHING);
        assertThat(look(datasets, "s3://data/train.csv")).isEqualTo(Presence.NOTHING);
        assertThat(look(datasets, "s3://nobody/" + OBJECT)).isEqualTo(Presence.NO_BUCKET);
    }

    private static Presence look(Datasets datasets, String uri) {
        return datasets.look(S3Location.parse(uri).orElseThrow());
    }
}
