package io.trainyard.inference.aws;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import io.trainyard.events.json.Json;
import io.trainyard.lambda.Roles;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Turns away whose groups may not call the route, before anything of the request is read. */
public class RoleFilter {

    private final Roles roles;
    private final APIGatewayV2HTTPEvent event;

    /** @param event the request at hand, as API Gateway sent it */
    public RoleFilter(Roles roles, APIGatewayV2HTTPEvent event) {
        this.roles = roles;
        this.event = event;
    }

    /** 403, or nothing. */
    @ServerRequestFilter
    public Optional<Response> refuse() {
        return roles.allow(event)
                ? Optional.empty()
                : Optional.of(Response.status(403)
                        .type(MediaType.APPLICATION_JSON_TYPE)
                        .entity(Json.write(new InferenceResource.Message(Roles.REFUSAL)))
                        .build());
    }
}
