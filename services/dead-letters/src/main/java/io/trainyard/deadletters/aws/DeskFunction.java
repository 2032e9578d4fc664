package io.trainyard.deadletters.aws;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import io.trainyard.events.json.Json;
import io.trainyard.lambda.Roles;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.jboss.logging.Logger;

/** The desk's function: fed by queues and asked over HTTP. Which of the two a call is shows in its shape. */
@Named("desk")
public class DeskFunction implements RequestStreamHandler {

    private static final Logger LOG = Logger.getLogger(DeskFunction.class);

    private final DeskQueues queues;
    private final DeskRoutes routes;
    private final Roles roles;

    @Inject
    public DeskFunction(DeskQueues queues, DeskRoutes routes, Roles roles) {
        this.queues = queues;
        this.routes = routes;
        this.roles = roles;
    }

    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context) throws IOException {
        JsonNode event = Json.tree(new String(input.readAllBytes(), StandardCharsets.UTF_8));
        JsonNode answer = event.has("Records") ? queues.handle(event.path("Records")) : asked(event);
        output.write(answer.toString().getBytes(StandardCharsets.UTF_8));
    }

    private JsonNode asked(JsonNode event) {
        try {
            DeskRequest request = DeskRequest.of(event);
            return roles.allow(request.route(), request.groups())
                    ? routes.answer(request).payload()
                    : DeskAnswer.error(403, Roles.REFUSAL).payload();
        } catch (RuntimeException failure) {
            LOG.error("a request failed", failure);
            return DeskAnswer.error(503, "this could not be done just now; try again")
                    .payload();
        }
    }
}
