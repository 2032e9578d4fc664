package io.trainyard.deadletters.aws;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * A request as API Gateway hands it over (payload version 2).
 *
 * @param route method and template, as {@code service.yaml} has them
 * @param caller the subject of the token that API Gateway has checked; {@code local} where there is no authorizer
 */
record DeskRequest(String route, JsonNode parameters, String body, String caller) {

    static DeskRequest of(JsonNode event) {
        String body = event.path("body").asText("");
        String text = event.path("isBase64Encoded").asBoolean()
                ? new String(Base64.getDecoder().decode(body), StandardCharsets.UTF_8)
                : body;
        String caller = event.at("/requestContext/authorizer/jwt/claims/sub").asText("");
        return new DeskRequest(
                event.path("routeKey").asText(),
                event.path("pathParameters"),
                text.isBlank() ? "{}" : text,
                caller.isEmpty() ? "local" : caller);
    }

    String parameter(String name) {
        return parameters.path(name).asText();
    }
}
