package io.trainyard.lambda;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.trainyard.events.json.Json;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/**
 * Whether a caller's groups let it call a route. API Gateway has checked whose the token is; of groups it knows nothing. A route that nobody
 * has given a role is for nobody, and so is every route of a function that was given no roles at all.
 */
@ApplicationScoped
public class Roles {

    /** What a caller is told: nothing about who else may. */
    public static final String REFUSAL = "Forbidden";

    /** The claim in which Cognito names the groups of a user. */
    public static final String GROUPS = "cognito:groups";

    private final JsonNode roles;

    public Roles(DeploymentConfig config) {
        this.roles = config.roles().map(Json::tree).orElseGet(MissingNode::getInstance);
    }

    /** Whether who sends the request may call its route. */
    public boolean allow(APIGatewayV2HTTPEvent request) {
        return allow(
                String.valueOf(request.getRouteKey()),
                Callers.claim(request, GROUPS).orElse(""));
    }

    /**
     * Whether one of the groups may call the route.
     *
     * @param route method and template: {@code GET /jobs/{id}}
     * @param groups the claim, a list that API Gateway hands over as text: {@code [submit infer]}
     *     (aws-solutions-library-samples/guidance-for-claude-code-with-amazon-bedrock pull request 803); empty where there is none
     */
    public boolean allow(String route, String groups) {
        return anyOf(roles.path(route), groups);
    }

    private static boolean anyOf(JsonNode roles, String groups) {
        List<String> held = Callers.groups(groups);
        for (JsonNode role : roles) {
            if (held.contains(role.asText())) {
                return true;
            }
        }
        return false;
    }
}
