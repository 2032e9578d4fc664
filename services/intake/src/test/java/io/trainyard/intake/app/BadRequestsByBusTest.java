package io.trainyard.intake.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.trainyard.events.Event;
import io.trainyard.events.JobRejected;
import io.trainyard.events.Violation;
import io.trainyard.events.json.Delivered;
import io.trainyard.events.json.Json;
import io.trainyard.requests.app.BadRequests;
import io.trainyard.requests.app.ExamineRequest;
import io.trainyard.requests.app.SampleRequests;
import io.trainyard.requests.domain.Limits;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the bus lets through becomes one {@code job-rejected} with every violation; nothing is opened. */
class BadRequestsByBusTest {

    private static final Instant NOW = Instant.parse("2026-11-25T10:00:00Z");

    private final InMemoryRuns runs = new InMemoryRuns();
    private final InMemoryDeadlineTimers timers = new InMemoryDeadlineTimers();
    private final List<Event> said = new ArrayList<>();
    private final Intake intake = new Intake(
            "ty-local",
            new ExamineRequest(Limits.shipped(), BadRequests.datasets()),
            new IntakeStores(runs, new InMemoryRefusals(), timers, said::addAll, Clock.fixed(NOW, ZoneOffset.UTC)));

    static List<BadRequests.BadRequest> badRequests() {
        return BadRequests.all();
    }

    @ParameterizedTest
    @MethodSource("badRequests")
    void rejectsOnceWithPathRuleAndHintOfEachFault(BadRequests.BadRequest bad) {
        intake.request(delivered("e1", detail(bad.request())));
        intake.request(delivered("e1", detail(bad.request())));

        assertThat(violations()).isEqualTo(bad.violations());
        assertThat(runs.all()).isEmpty();
        assertThat(timers.all()).isEmpty();
    }

    @Test
    void rejectsARouteBesideTheRequest() {
        intake.request(delivered("e1", detail(SampleRequests.train()).set("route", Json.tree("{\"run\": 1}"))));
        assertThat(violations())
                .containsExactly(new Violation(
                        "/route", "a request brings no route of its own", "remove route; it is drawn here"));
    }

    @Test
    void rejectsADetailWithoutARequest() {
        intake.request(delivered("e1", SampleRequests.train()));
        assertThat(violations())
                .extracting(Violation::path)
                .containsExactly("/data", "/name", "/mode", "/training", "/model");
    }

    @Test
    void namesWhatIsWrongAroundAndInsideTheRequestTogether() {
        ObjectNode detail = detail(SampleRequests.train().put("name", "-"));
        intake.request(delivered("e1", detail.put("dat", 1)));
        assertThat(violations()).extracting(Violation::path).containsExactly("/dat", "/name");
    }

    @Test
    void rejectsADetailWithMoreStrangeFieldsThanOneEventCouldName() {
        ObjectNode detail = detail(SampleRequests.train());
        IntStream.range(0, 10_000).forEach(n -> detail.put("field" + n, n));
        intake.request(delivered("e1", detail));

        assertThat(violations())
                .hasSize(101)
                .last()
                .satisfies(last -> assertThat(last.rule()).isEqualTo("there are 9900 faults more"));
    }

    private List<Violation> violations() {
        assertThat(said).hasSize(1);
        return ((JobRejected) said.getFirst().fact()).violations();
    }

    private static ObjectNode detail(JsonNode data) {
        return ((ObjectNode) Json.tree("{}")).set("data", data);
    }

    private static Delivered delivered(String id, JsonNode detail) {
        return new Delivered(id, "123456789012", "shop.orders", "job-requested", NOW, detail);
    }
}
