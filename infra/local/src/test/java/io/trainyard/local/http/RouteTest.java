package io.trainyard.local.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.trainyard.local.lambda.InvocationResult;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RouteTest {

    @ParameterizedTest
    @CsvSource({
        "GET, /jobs/{id},       GET,  /jobs/j1,    true",
        "GET, /jobs/{id},       POST, /jobs/j1,    false",
        "ANY, /jobs/{id},       POST, /jobs/j1,    true",
        "GET, /jobs/{id},       GET,  /jobs/,      false",
        "GET, /jobs/{id},       GET,  /jobs/j1/x,  false",
        "GET, /jobs,            GET,  /jobs,       true",
        "GET, /jobs,            GET,  /jobsx,      false",
        "GET, /files/{path+},   GET,  /files/a/b,  true",
        "GET, /files/{path+},   GET,  /files,      false",
    })
    void takesWhatItsTemplateSays(String method, String template, String asked, String path, boolean taken) {
        assertThat(route(method, template).match(asked, path).isPresent()).isEqualTo(taken);
    }

    @Test
    void decodesParameters() {
        assertThat(route("GET", "/jobs/{id}").match("GET", "/jobs/a%20b+c")).contains(Map.of("id", "a b+c"));
    }

    @Test
    void putsTheMoreExactRouteFirst() {
        var ordered = Stream.of("/files/{path+}", "/files/{id}", "/files/new")
                .map(template -> route("GET", template))
                .sorted(Comparator.comparingInt(Route::rank))
                .map(Route::template);

        assertThat(ordered).containsExactly("/files/new", "/files/{id}", "/files/{path+}");
    }

    private static Route route(String method, String template) {
        return new Route(method, template, payload -> new InvocationResult.Answered(payload));
    }
}
