package io.trainyard.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every route of every service, each role: the descriptions say who may call it. */
class RolesTest {

    private static final Path SERVICES = Path.of("../..");
    private static final List<String> ALL = List.of("submit", "infer", "operate");

    static Stream<Arguments> table() throws IOException {
        try (var folders = Files.list(SERVICES)) {
            return folders
                    .map(folder -> folder.resolve("service.yaml"))
                    .filter(Files::exists)
                    .sorted()
                    .toList()
                    .stream()
                    .flatMap(RolesTest::rows);
        }
    }

    private static Stream<Arguments> rows(Path description) {
        return RouteRoles.of(description).entrySet().stream()
                .flatMap(route -> ALL.stream()
                        .map(role -> Arguments.of(
                                description,
                                route.getKey(),
                                role,
                                route.getValue().contains(role))));
    }

    @ParameterizedTest(name = "{1} by {2}: {3}")
    @MethodSource("table")
    void letsARouteBeCalledByItsRolesAlone(Path description, String route, String role, boolean allowed) {
        Roles roles = of(RouteRoles.json(description));

        assertThat(roles.allow(route, "[" + role + "]")).isEqualTo(allowed);
        assertThat(roles.allow(route, "[guests " + role + " others]")).isEqualTo(allowed);
        assertThat(roles.allow(route, "")).isFalse();
        assertThat(roles.allow(route, "[" + role + "x]")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"submit", "[submit]", "[submit operate]", "'operate,submit'"})
    void readsGroupsHoweverTheyAreHandedOver(String groups) {
        assertThat(of("{\"GET /a\": [\"submit\"]}").allow("GET /a", groups)).isTrue();
    }

    @Test
    void knowsWhoIsInAGroup() {
        var requests = new SignedRequests(SERVICES.resolve("jobs/service.yaml"));

        assertThat(Callers.isIn(requests.event("GET", "/jobs", "ann", "[submit operate]"), "operate"))
                .isTrue();
        assertThat(Callers.isIn(requests.event("GET", "/jobs", "ann", "[submit operates]"), "operate"))
                .isFalse();
        assertThat(Callers.isIn(new APIGatewayV2HTTPEvent(), "operate")).isFalse();
    }

    @Test
    void aRouteThatNobodyHasGivenARoleIsForNobody() {
        assertThat(of("{\"GET /a\": [\"submit\"]}").allow("GET /b", "[submit]")).isFalse();
    }

    @Test
    void whereNoRolesAreSetNobodyMayCallAnything() {
        assertThat(new Roles(new TestDeployment("jobs")).allow("GET /a", "[operate]"))
                .isFalse();
    }

    private static Roles of(String json) {
        return new Roles(new TestDeployment("jobs", Optional.of(json)));
    }
}
