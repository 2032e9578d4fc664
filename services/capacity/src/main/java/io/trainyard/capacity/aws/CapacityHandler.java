package io.trainyard.capacity.aws;

import io.trainyard.capacity.app.ClimbLadder;
import io.trainyard.events.json.EventCodec;
import io.trainyard.events.json.Json;
import io.trainyard.events.json.UnreadableEvent;
import io.trainyard.lambda.Message;
import io.trainyard.lambda.MessageHandler;

/** What capacity does with a message: events of ours, and the timers of its parks. */
final class CapacityHandler implements MessageHandler {

    private final ClimbLadder ladder;

    CapacityHandler(ClimbLadder ladder) {
        this.ladder = ladder;
    }

    @Override
    public void handle(Message message) {
        switch (message) {
            case Message.Heard heard ->
                ladder.hear(EventCodec.read(
                        heard.event().detailType(), heard.event().detail()));
            case Message.Own own -> {
                if (!own.body().hasNonNull(SchedulerClimbTimers.FIELD)) {
                    throw new UnreadableEvent(
                            "a message of capacity to itself needs the field " + SchedulerClimbTimers.FIELD);
                }
                var park = Json.convert(own.body().get(SchedulerClimbTimers.FIELD), SchedulerClimbTimers.Park.class);
                ladder.wake(park.key(), park.round());
            }
        }
    }
}
