package io.trainyard.system;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every route that a {@code service.yaml} has, called with every kind of token: 401, 403, or let in (A1). */
@ExtendWith(SharedDeployment.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WhoMayCallWhatTest {

    private static final Pattern ROUTE = Pattern.compile(" *- ([A-Z]+) (/\\S*) for (.+)");
    private static final List<String> ROLES = List.of("submit", "infer", "operate");

    private final Deployment deployment;
    private final Tokens tokens;

    WhoMayCallWhatTest(Deployment deployment) {
        this.deployment = deployment;
        this.tokens = new Tokens(deployment);
    }

    record Route(String method, String path, List<String> roles) {

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    static Stream<Route> routes() throws IOException {
        try (var folders = Files.list(Launcher.ROOT.resolve("services"))) {
            return folders
                    .map(folder -> folder.resolve("service.yaml"))
                    .filter(Files::exists)
                    .sorted()
                    .toList()
                    .stream()
                    .flatMap(WhoMayCallWhatTest::routesOf);
        }
    }

    @ParameterizedTest
    @MethodSource("routes")
    void refusesEveryTokenThatIsNotThePools(Route route) {
        var role = route.roles().getFirst();
        var broken = new ArrayList<>(List.of(
                tokens.expired(role),
                tokens.forged(role),
                tokens.forAnotherClient(role),
                tokens.ofAnotherPool(role),
                tokens.unsigned(role),
                tokens.tampered(role),
                "no-token"));
        broken.forEach(
                token -> assertThat(refused(call(route, token))).isEqualTo("401 {\"message\":\"Unauthorized\"}"));

        assertThat(refused(given().request(route.method(), address(route))))
                .as("without any")
                .isEqualTo("401 {\"message\":\"Unauthorized\"}");
    }

    @ParameterizedTest
    @MethodSource("routes")
    void letsItsRolesInAndNobodyElse(Route route) {
        for (var role : ROLES) {
            var answer = call(route, tokens.of(role));
            if (route.roles().contains(role)) {
                // What is asked for is not there, which only who was let in is told.
                assertThat(answer.statusCode()).as(route + " by " + role).isNotIn(401, 403, 500, 503);
            } else {
                assertThat(refused(answer)).as(route + " by " + role).isEqualTo("403 {\"message\":\"Forbidden\"}");
            }
        }
        assertThat(tokens.groups(tokens.of("all"))).containsExactlyInAnyOrderElementsOf(ROLES);
    }

    /** The job of one caller, looked at by itself, by another and by an operator. */
    @Test
    void showsACallersJobToNobodyElse() {
        var data = deployment.aws().upload("datasets/own/train.csv", "a,b\n1,2\n");
        var id = deployment.jobs().submit(NoopJobs.training("own", data));
        deployment.jobs().await(id, "COMPLETED");
        var job = new Route("GET", "/jobs/" + id, List.of());
        var unknown = new Route("GET", "/jobs/unknown", List.of());
        var list = new Route("GET", "/jobs?limit=100", List.of());

        assertThat(call(job, tokens.of("submit")).statusCode()).isEqualTo(200);
        assertThat(call(list, tokens.of("submit")).asString()).contains(id);
        assertThat(call(job, tokens.ofSomebodyElse("operate")).statusCode()).isEqualTo(200);
        assertThat(refused(call(job, tokens.ofSomebodyElse("submit"))))
                .isEqualTo(
                        refused(call(unknown, tokens.ofSomebodyElse("submit"))).replace("unknown", id));
        assertThat(call(list, tokens.ofSomebodyElse("submit")).asString()).isEqualTo("{\"jobs\":[]}");
    }

    private Response call(Route route, String token) {
        return given().header("Authorization", "Bearer " + token)
                .contentType("application/json")
                .request(route.method(), address(route));
    }

    private java.net.URI address(Route route) {
        return deployment.endpoint().resolve(route.path().replaceAll("\\{\\w+\\+?}", "nobody"));
    }

    private static String refused(Response answer) {
        return answer.statusCode() + " " + answer.asString();
    }

    private static Stream<Route> routesOf(Path description) {
        try {
            return Files.readAllLines(description).stream()
                    .map(ROUTE::matcher)
                    .filter(line -> line.matches())
                    .map(line -> new Route(
                            line.group(1), line.group(2), List.of(line.group(3).split(", "))));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
