package io.trainyard.intake.aws;

import com.fasterxml.jackson.databind.JsonNode;
import io.trainyard.events.EventType;
import io.trainyard.events.json.Delivered;
import io.trainyard.events.json.EventCodec;
import io.trainyard.events.json.Json;
import io.trainyard.events.json.UnreadableEvent;
import io.trainyard.intake.app.Intake;
import io.trainyard.lambda.Discard;
import io.trainyard.lambda.Message;
import io.trainyard.lambda.MessageHandler;
import java.util.List;

/** What intake does with a message: requests of any shape, resumes, and its own deadlines. */
final class IntakeHandler implements MessageHandler {

    private final Intake intake;

    IntakeHandler(Intake intake) {
        this.intake = intake;
    }

    @Override
    public void handle(Message message) {
        switch (message) {
            case Message.Heard heard -> heard(heard.event());
            case Message.Own own when own.body().has(Discard.FIELD) -> discard(Discard.read(own.body()));
            case Message.Own own -> deadline(own.body());
        }
    }

    @Override
    public List<String> decide(Message message) {
        return switch (message) {
            case Message.Heard heard when requested(heard.event()) -> intake.decide(heard.event());
            case Message.Heard heard -> {
                EventCodec.read(heard.event().detailType(), heard.event().detail());
                yield List.of("open the next run, or say its release again");
            }
            case Message.Own own -> List.of("say that the deadline has come");
        };
    }

    private void discard(Discard discard) {
        Delivered given = discard.event();
        if (requested(given)) {
            intake.discard(given, discard.reason(), discard.by());
        } else {
            intake.discard(EventCodec.read(given.detailType(), given.detail()));
        }
    }

    private static boolean requested(Delivered event) {
        return event.detailType().equals(EventType.JOB_REQUESTED.eventName());
    }

    /** A request is not read as an event: one of another shape is refused in words, not parked. */
    private void heard(Delivered event) {
        if (requested(event)) {
            intake.request(event);
        } else {
            intake.hear(EventCodec.read(event.detailType(), event.detail()));
        }
    }

    private void deadline(JsonNode body) {
        if (!body.hasNonNull(SchedulerDeadlines.FIELD)) {
            throw new UnreadableEvent("a message of intake to itself needs the field " + SchedulerDeadlines.FIELD);
        }
        var key = Json.convert(body.get(SchedulerDeadlines.FIELD), SchedulerDeadlines.RunKey.class);
        intake.deadline(key.jobId(), key.run());
    }
}
