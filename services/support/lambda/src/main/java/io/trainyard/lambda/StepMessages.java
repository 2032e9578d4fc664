package io.trainyard.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import io.trainyard.events.ResourceName;
import io.trainyard.events.json.Delivered;
import io.trainyard.events.json.EventCodec;
import io.trainyard.events.json.Json;
import io.trainyard.events.json.UnreadableEvent;
import io.trainyard.steps.app.LaunchingService;
import io.trainyard.steps.domain.AttemptKey;
import io.trainyard.steps.domain.ResourceChange;
import java.util.Iterator;
import java.util.Optional;
import org.jboss.logging.Logger;

/** The messages that every launching service hears: events of ours, SageMaker's own, and its timers. */
public final class StepMessages implements MessageHandler {

    /** The field of a service's message to itself that brings back the row of an attempt. */
    public static final String TIMER = "timer";

    private static final Logger LOG = Logger.getLogger(StepMessages.class);
    private static final String SAGEMAKER = "aws.sagemaker";

    private final LaunchingService service;

    public StepMessages(LaunchingService service) {
        this.service = service;
    }

    @Override
    public void handle(Message message) {
        switch (message) {
            case Message.Heard heard when heard.event().source().equals(SAGEMAKER) -> changed(heard.event());
            case Message.Heard heard ->
                service.hear(EventCodec.read(
                        heard.event().detailType(), heard.event().detail()));
            case Message.Own own -> service.tick(timer(own.body()));
        }
    }

    /** The body of the message that brings a row back. */
    public static String timer(AttemptKey key) {
        return Json.write(java.util.Map.of(TIMER, key));
    }

    private static AttemptKey timer(JsonNode body) {
        if (!body.hasNonNull(TIMER)) {
            throw new UnreadableEvent("a message of the service to itself needs the field " + TIMER);
        }
        return Json.convert(body.get(TIMER), AttemptKey.class);
    }

    private void changed(Delivered event) {
        boolean known = resource(event.detail())
                .map(name -> service.changed(new ResourceChange(name, event.detailType(), event.detail())))
                .orElse(false);
        if (!known) {
            LOG.warnv(
                    "orphan: SageMaker spoke of a resource with our prefix that no row knows: {0}", event.detailType());
        }
    }

    /** The one field that names the resource: TrainingJobName, EndpointName, ... */
    private static Optional<ResourceName> resource(JsonNode detail) {
        for (Iterator<String> fields = detail.fieldNames(); fields.hasNext(); ) {
            String field = fields.next();
            if (field.endsWith("Name") && detail.get(field).isTextual()) {
                Optional<ResourceName> name =
                        ResourceName.parse(detail.get(field).asText());
                if (name.isPresent()) {
                    return name;
                }
            }
        }
        return Optional.empty();
    }
}
