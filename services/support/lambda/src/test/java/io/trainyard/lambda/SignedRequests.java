package io.trainyard.lambda;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent.RequestContext;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A service's requests as API Gateway hands them over, once its authorizer has let them in. */
public final class SignedRequests {

    private final Path description;

    public SignedRequests(Path description) {
        this.description = description;
    }

    /** The roles of the service's routes, as its function gets them. */
    public Roles roles() {
        return new Roles(new TestDeployment("test", Optional.of(RouteRoles.json(description))));
    }

    /**
     * The same of whoever the headers {@code Test-Subject} and {@code Test-Groups} name.
     *
     * @param groups where no header names others
     */
    public APIGatewayV2HTTPEvent event(
            String method, String path, Function<String, @Nullable String> header, String groups) {
        return event(
                method,
                path,
                Objects.requireNonNullElse(header.apply("Test-Subject"), "local"),
                Objects.requireNonNullElse(header.apply("Test-Groups"), groups));
    }

    /**
     * A request with its route and the claims of its token.
     *
     * @param groups as API Gateway hands them over: {@code [submit infer]}
     */
    public APIGatewayV2HTTPEvent event(String method, String path, String subject, String groups) {
        var token = RequestContext.Authorizer.JWT
                .builder()
                .withClaims(Map.of("sub", subject, Roles.GROUPS, groups))
                .build();
        var authorizer = RequestContext.Authorizer.builder().withJwt(token).build();
        var context = RequestContext.builder().withAuthorizer(authorizer).build();
        return APIGatewayV2HTTPEvent.builder()
                .withRouteKey(route(method + " " + path))
                .withRequestContext(context)
                .build();
    }

    private String route(String request) {
        return RouteRoles.of(description).keySet().stream()
                .filter(route -> request.matches(route.replaceAll("\\{\\w+\\+?}", "[^/]+")))
                .findFirst()
                .orElse("$default");
    }
}
