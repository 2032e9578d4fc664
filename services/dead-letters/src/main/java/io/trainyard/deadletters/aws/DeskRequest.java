package io.trainyard.deadletters.aws;

import com.fasterxml.jackson.databind.JsonNode;
import io.trainyard.lambda.Roles;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * A request as API Gateway hands it over (payload version 2).
 *
 * @param route method and template, as {@code service.yaml} has them
 * @param caller the subject of the token that API Gateway has checked; {@code local} where there is no authorizer
 * @param groups the caller's groups, as the token names them
 */
record DeskRequest(String route, JsonNode parameters, String body, String caller, String groups) {

    static DeskRequest of(JsonNode event) {
        String body = event.path("body").asText("");
        String text = event.path("isBase64Encoded").asBoolean()
                ? new String(Base64.getDecoder().decode(body), StandardCharsets.UTF_8)
                : body;
        JsonNode claims = event.at("/requestContext/authorizer/jwt/claims");
        String caller = claims.path("sub").asText("");
        return new DeskRequest(
                event.path("routeKey").asText(),
                event.path("pathParameters"),
                text.isBlank() ? "{}" : text,
                caller.isEmpty() ? "local" : caller,
                claims.path(Roles.GROUPS).asText(""));
    }

    String parameter(String name) {
        return parameters.path(name).asText();
    }
}
