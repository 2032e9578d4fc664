package io.trainyard.tests.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.trainyard.cli.api.JobView;
import io.trainyard.cli.output.Json;
import org.junit.jupiter.api.Test;

class TimelineTest {

    private static final String RECORD = """
            {"events": [
              {"id": "c", "name": "probe-completed", "at": "2026-01-01T00:00:00.030Z"},
              {"id": "a", "name": "job-accepted", "at": "2026-01-01T00:00:00Z"},
              {"id": "b", "name": "probe-completed", "at": "2026-01-01T00:00:00.020Z"},
              {"id": "d", "name": "without-a-time"}]}""";

    @Test
    void gapsAreBetweenNeighboursInTime() throws JsonProcessingException {
        Timeline timeline = Timeline.of(new JobView(Json.read(RECORD)));

        assertThat(timeline.gaps())
                .containsExactly(
                        new Timeline.Gap("job-accepted", "probe-completed", 20),
                        new Timeline.Gap("probe-completed", "probe-completed", 10));
    }

    @Test
    void oneKindOfEventCanBeTakenOut() throws JsonProcessingException {
        Timeline steps = Timeline.of(new JobView(Json.read(RECORD))).only("probe-completed");

        assertThat(steps.gaps()).extracting(Timeline.Gap::millis).containsExactly(10.0);
    }
}
