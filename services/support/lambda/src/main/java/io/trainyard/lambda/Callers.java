package io.trainyard.lambda;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Who calls, by the token that API Gateway has checked. */
public final class Callers {

    private Callers() {}

    /** @return the subject */
    public static String of(APIGatewayV2HTTPEvent event) {
        return claim(event, "sub")
                .orElseThrow(() -> new IllegalStateException("a request came past the authorizer: it has no claims"));
    }

    /** Whether the caller is in a group of the user pool. */
    public static boolean isIn(APIGatewayV2HTTPEvent event, String group) {
        return groups(claim(event, Roles.GROUPS).orElse("")).contains(group);
    }

    /** The groups of the claim that names them. */
    static List<String> groups(String claim) {
        return List.of(claim.replaceAll("[\\[\\]]", "").split("[ ,]+"));
    }

    /** One claim of the token; empty where there is no authorizer. */
    static Optional<String> claim(APIGatewayV2HTTPEvent event, String name) {
        return Optional.ofNullable(event)
                .map(APIGatewayV2HTTPEvent::getRequestContext)
                .map(APIGatewayV2HTTPEvent.RequestContext::getAuthorizer)
                .map(APIGatewayV2HTTPEvent.RequestContext.Authorizer::getJwt)
                .map(APIGatewayV2HTTPEvent.RequestContext.Authorizer.JWT::getClaims)
                .map((Map<String, String> claims) -> claims.get(name));
    }
}
