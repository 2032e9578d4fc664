package io.trainyard.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import io.trainyard.dryruns.DryRun;
import io.trainyard.events.json.Delivered;
import io.trainyard.events.json.EventCodec;
import io.trainyard.events.json.Json;
import io.trainyard.events.json.UnreadableEvent;
import io.trainyard.steps.app.LaunchingService;
import io.trainyard.steps.domain.AttemptKey;
import io.trainyard.steps.domain.ResourceChange;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/** The messages that every launching service hears: events of ours, SageMaker's own, and its timers. */
public final class StepMessages implements MessageHandler {

    /** The field of a service's message to itself that brings back the row of an attempt. */
    public static final String TIMER = "timer";

    /** The field of the message that makes a service look after what no event and no row tells of. */
    static final String SWEEP = "sweep";

    private static final Logger LOG = Logger.getLogger(StepMessages.class);
    private static final String SAGEMAKER = "aws.sagemaker";

    private final LaunchingService service;
    private final DryRun dryRun;
    private final Map<String, Consumer<JsonNode>> others;

    /** @param others what else the service sends to itself, by the message's field: what is done with the field's value */
    public StepMessages(LaunchingService service, DryRun dryRun, Map<String, Consumer<JsonNode>> others) {
        this.service = service;
        this.dryRun = dryRun;
        this.others = Map.copyOf(others);
    }

    @Override
    public void handle(Message message) {
        switch (message) {
            case Message.Heard heard when heard.event().source().equals(SAGEMAKER) -> changed(heard);
            case Message.Heard heard ->
                service.hear(EventCodec.read(
                        heard.event().detailType(), heard.event().detail()));
            case Message.Own own when own.body().has(SWEEP) -> service.sweep();
            case Message.Own own when own.body().has(Discard.FIELD) -> discard(Discard.read(own.body()));
            case Message.Own own
            when others.containsKey(own.name()) ->
                others.get(own.name()).accept(own.body().get(own.name()));
            case Message.Own own -> service.tick(timer(own.body()));
        }
    }

    @Override
    public List<String> decide(Message message) {
        return switch (message) {
            case Message.Heard heard
            when !heard.event().source().equals(SAGEMAKER) ->
                dryRun.of(EventCodec.read(
                        heard.event().detailType(), heard.event().detail()));
            case Message.Heard heard -> List.of("SageMaker's word would be held against the row of its resource");
            case Message.Own own when own.body().has(SWEEP) -> List.of("look for what no row answers for, and stop it");
            case Message.Own own when others.containsKey(own.name()) -> List.of("go on with " + own.name());
            case Message.Own own -> List.of("the row of " + timer(own.body()) + " would be looked at");
        };
    }

    private void discard(Discard discard) {
        Delivered given = discard.event();
        service.discard(EventCodec.read(given.detailType(), given.detail()), discard.reason(), discard.by());
    }

    /** The body of the message that brings a row back. */
    public static String timer(AttemptKey key) {
        return Json.write(Map.of(TIMER, key));
    }

    private static AttemptKey timer(JsonNode body) {
        if (!body.hasNonNull(TIMER)) {
            throw new UnreadableEvent("a message of the service to itself needs the field " + TIMER);
        }
        return Json.convert(body.get(TIMER), AttemptKey.class);
    }

    private void changed(Message.Heard heard) {
        Delivered event = heard.event();
        boolean known = heard.resource()
                .map(name -> service.changed(new ResourceChange(name, event.detailType(), event.detail())))
                .orElse(false);
        if (!known) {
            LOG.warnv(
                    "orphan: SageMaker spoke of a resource with our prefix that no row knows: {0}", event.detailType());
        }
    }
}
