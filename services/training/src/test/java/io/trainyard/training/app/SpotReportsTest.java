package io.trainyard.training.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.trainyard.events.SpotReport;
import io.trainyard.events.request.TrainingSpec;
import io.trainyard.steps.domain.AttemptKey;
import io.trainyard.training.domain.TrainingJob;
import io.trainyard.training.domain.TrainingTimes;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SpotReportsTest {

    private static final Instant END = Instant.parse("2026-01-01T12:00:00Z");
    private static final String PREFIX = "s3://bucket/checkpoints/";

    @Test
    void tellsHowLongItTrainedAndWhenItLastKeptThat() {
        assertThat(report(END.minusSeconds(20), null)).isEqualTo(new SpotReport(100, 2, END.minusSeconds(20), null));
    }

    @Test
    void warnsOfACheckpointThatIsOlderThanItsInterval() {
        assertThat(report(END.minusSeconds(60), 60).warning()).isNull();
        assertThat(report(END.minusSeconds(61), 60).warning()).contains("61 s old", "older than 60 s");
        assertThat(report(END.minusSeconds(901), null).warning()).contains("older than 900 s");
    }

    @Test
    void warnsWhereThereIsNone() {
        assertThat(report(null, null)).satisfies(report -> {
            assertThat(report.lastCheckpointAt()).isNull();
            assertThat(report.warning()).startsWith("no checkpoint was written");
        });
    }

    private static SpotReport report(@Nullable Instant newest, @Nullable Integer interval) {
        var spec = new TrainingSpec(
                "trainer", Map.of(), Map.of(), List.of("ml.a"), 1, 30, 3600, true, 7200, interval, Map.of());
        var key = new AttemptKey("job1", 1, "train", 1);
        var places = new TrainingJob.Places("s3://bucket/out/", PREFIX);
        var job = new TrainingJob("name", key, spec, "ml.a", true, places);
        return new SpotReports(prefix -> Optional.ofNullable(newest).filter(at -> prefix.equals(PREFIX)))
                .of(job, new TrainingTimes(30, 100, 2, END));
    }
}
