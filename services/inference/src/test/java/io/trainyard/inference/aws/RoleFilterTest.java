package io.trainyard.inference.aws;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent.RequestContext;
import io.trainyard.lambda.Roles;
import io.trainyard.lambda.RouteRoles;
import io.trainyard.lambda.TestDeployment;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RoleFilterTest {

    private static final String ROUTE = "POST /models/{model}/predictions";

    @Test
    void letsInWhoseGroupMayCallTheRoute() {
        assertThat(filter(event(Map.of("sub", "ann", Roles.GROUPS, "[infer]"))).refuse())
                .isEmpty();
    }

    @Test
    void turnsAwayEverybodyElseAndSaysNothingMore() {
        assertThat(filter(event(Map.of("sub", "ann", Roles.GROUPS, "[submit]"))).refuse())
                .hasValueSatisfying(answer -> {
                    assertThat(answer.getStatus()).isEqualTo(403);
                    assertThat(answer.getEntity()).isEqualTo("{\"message\":\"Forbidden\"}");
                });
        assertThat(filter(event(Map.of("sub", "ann"))).refuse()).isPresent();
    }

    @Test
    void turnsAwayACallThatNoAuthorizerHasSeen() {
        var unseen = APIGatewayV2HTTPEvent.builder().withRouteKey(ROUTE).build();

        assertThat(filter(unseen).refuse()).isPresent();
    }

    private static RoleFilter filter(APIGatewayV2HTTPEvent event) {
        var roles = RouteRoles.json(Path.of("service.yaml"));
        return new RoleFilter(new Roles(new TestDeployment("inference", Optional.of(roles))), event);
    }

    private static APIGatewayV2HTTPEvent event(Map<String, String> claims) {
        var token = RequestContext.Authorizer.JWT.builder().withClaims(claims).build();
        var authorizer = RequestContext.Authorizer.builder().withJwt(token).build();
        var context = RequestContext.builder().withAuthorizer(authorizer).build();
        return APIGatewayV2HTTPEvent.builder()
                .withRouteKey(ROUTE)
                .withRequestContext(context)
                .build();
    }
}
