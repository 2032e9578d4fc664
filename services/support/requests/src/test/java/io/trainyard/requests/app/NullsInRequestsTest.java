package io.trainyard.requests.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.trainyard.events.Violation;
import io.trainyard.events.json.Json;
import io.trainyard.requests.domain.Examined;
import io.trainyard.requests.domain.Limits;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A null instead of a field is as good as none; among the values of a list or a map it is refused. Neither is ever too much. */
class NullsInRequestsTest {

    private final ExamineRequest examine = new ExamineRequest(Limits.shipped(), SampleRequests.datasets());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/training/channels/validation",
                "/training/hyperparameters/target",
                "/training/hyperparameters/epochs",
                "/training/instanceTypes/0",
                "/training/metrics/loss",
                "/endpoint/instanceTypes/0",
                "/steps/1/after/0",
                "/steps/0"
            })
    void refusesANullAmongOthers(String path) {
        ObjectNode request = path.startsWith("/steps") ? SampleRequests.graph() : wholeRequest();

        assertThat(examine.examine(withNull(request, path)))
                .isInstanceOfSatisfying(
                        Examined.Refused.class,
                        refused -> assertThat(refused.violations())
                                .contains(new Violation(path, "must not be null", "write a value, or remove it")));
    }

    @Test
    void takesANullInsteadOfAFieldForNone() {
        ObjectNode graph = SampleRequests.graph();
        ((ObjectNode) graph.at("/steps/2")).putNull("spec");
        ObjectNode golden = withNull(wholeRequest(), "/endpoint/golden/expected");

        assertThat(accepted(graph).plan().steps()).hasSize(3);
        assertThat(accepted(golden)
                        .plan()
                        .steps()
                        .getLast()
                        .spec()
                        .at("/golden")
                        .has("expected"))
                .isFalse();
        Stream.of("/image", "/endpoint", "/endpoint/golden", "/model/gate", "/training/metrics", "/route")
                .forEach(path -> accepted(withNull(wholeRequest(), path)));
    }

    @Test
    void saysYesOrNoWhereverANullStands() {
        for (ObjectNode request : List.of(wholeRequest(), SampleRequests.graph())) {
            assertThat(paths("", request))
                    .hasSizeGreaterThan(15)
                    .allSatisfy(path ->
                            assertThat(examine.examine(withNull(request, path))).isNotNull());
        }
    }

    private Examined.Accepted accepted(JsonNode request) {
        Examined examined = examine.examine(request);
        assertThat(examined).isInstanceOf(Examined.Accepted.class);
        return (Examined.Accepted) examined;
    }

    private static ObjectNode wholeRequest() {
        ObjectNode request = SampleRequests.train();
        ObjectNode training = (ObjectNode) request.get("training");
        training.putArray("instanceTypes").add("ml.m5.large");
        training.putObject("metrics").put("loss", "loss=(.*)").put("validation:accuracy", "accuracy=(.*)");
        ((ObjectNode) training.get("channels")).put("validation", SampleRequests.TRAIN);
        request.set("endpoint", Json.tree("""
                {"instanceTypes": ["ml.m5.large"], "golden": {"contentType": "text/csv", "body": "1", "expected": "a"}}"""));
        return request;
    }

    private static List<String> paths(String path, JsonNode node) {
        var paths = new ArrayList<String>();
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            paths.add(path + "/" + i);
            paths.addAll(paths(path + "/" + i, node.get(i)));
        }
        node.properties().forEach(member -> {
            paths.add(path + "/" + member.getKey());
            paths.addAll(paths(path + "/" + member.getKey(), member.getValue()));
        });
        return paths;
    }

    private static ObjectNode withNull(ObjectNode request, String path) {
        ObjectNode copy = request.deepCopy();
        int last = path.lastIndexOf('/');
        String name = path.substring(last + 1);
        switch (copy.at(path.substring(0, last))) {
            case ArrayNode list -> list.set(Integer.parseInt(name), NullNode.getInstance());
            case ObjectNode object -> object.putNull(name);
            default -> throw new IllegalArgumentException("nothing is at " + path);
        }
        return copy;
    }
}
