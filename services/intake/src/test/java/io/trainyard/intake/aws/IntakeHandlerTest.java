package io.trainyard.intake.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trainyard.events.json.Json;
import io.trainyard.events.json.UnreadableEvent;
import io.trainyard.fakes.InMemoryBus;
import io.trainyard.intake.app.InMemoryDeadlineTimers;
import io.trainyard.intake.app.InMemoryRefusals;
import io.trainyard.intake.app.InMemoryRuns;
import io.trainyard.intake.app.Intake;
import io.trainyard.intake.app.IntakeStores;
import io.trainyard.lambda.Message;
import io.trainyard.requests.app.ExamineRequest;
import io.trainyard.requests.app.SampleRequests;
import io.trainyard.requests.domain.Limits;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.Test;

class IntakeHandlerTest {

    private final InMemoryBus bus = new InMemoryBus();
    private final InMemoryDeadlineTimers timers = new InMemoryDeadlineTimers();
    private final IntakeHandler handler = new IntakeHandler(new Intake(
            "ty-local",
            new ExamineRequest(Limits.shipped(), SampleRequests.datasets()),
            new IntakeStores(new InMemoryRuns(), new InMemoryRefusals(), timers, bus, Clock.systemUTC())));

    @Test
    void takesARequestAndTheRunsOwnDeadline() {
        handler.handle(Message.read(event("job-requested", "{\"data\": " + SampleRequests.train() + "}")));
        InMemoryDeadlineTimers.Timer timer = timers.all().values().iterator().next();
        handler.handle(
                Message.read(Json.write(Map.of("deadline", Map.of("jobId", timer.jobId(), "run", timer.run())))));

        assertThat(bus.names()).containsExactly("job-accepted", "job-deadline-passed");
    }

    @Test
    void refusesARequestOfAnyShapeInWordsInsteadOfParkingIt() {
        handler.handle(Message.read(event("job-requested", "{\"data\": 7}")));
        assertThat(bus.names()).containsExactly("job-rejected");
    }

    @Test
    void cannotReadWhatIsNoMessageOfItsOwn() {
        assertThatThrownBy(() -> handler.handle(Message.read("{\"timer\": {}}")))
                .isInstanceOf(UnreadableEvent.class)
                .hasMessageContaining("deadline");
        assertThatThrownBy(() -> handler.handle(Message.read(event("job-resume-requested", "{}"))))
                .isInstanceOf(UnreadableEvent.class);
    }

    private static String event(String name, String detail) {
        return """
                {"id": "e1", "account": "123456789012", "source": "shop.orders", "detail-type": "%s",
                 "time": "2026-01-01T12:00:00Z", "detail": %s}""".formatted(name, detail);
    }
}
