package io.trainyard.local.sagemaker;

import com.fasterxml.jackson.databind.JsonNode;
import io.trainyard.local.apimodel.ApiModel;
import io.trainyard.local.apimodel.Shape;
import io.trainyard.local.sagemaker.wire.Json;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whether an answer has the members that AWS's model names, and no others, with the right types and enum values. */
final class OutputShape {

    private static final ApiModel MODEL = ApiModel.read("api.sagemaker-2017-07-24-model.json");

    private OutputShape() {}

    static Optional<String> breach(String operation, byte[] body) throws IOException {
        List<String> found = new ArrayList<>();
        JsonNode answer = Json.read(body);
        MODEL.output(operation).ifPresent(shape -> visit(shape, answer, operation, found));
        return found.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", found));
    }

    private static void visit(String shapeName, JsonNode value, String path, List<String> found) {
        switch (MODEL.shape(shapeName)) {
            case Shape.Structure structure ->
                value.properties().forEach(member -> {
                    String at = path + "." + member.getKey();
                    Optional.ofNullable(structure.members().get(member.getKey()))
                            .ifPresentOrElse(
                                    shape -> visit(shape, member.getValue(), at, found),
                                    () -> found.add(at + " is unknown"));
                });
            case Shape.Sequence list -> value.forEach(each -> visit(list.element(), each, path, found));
            case Shape.Dictionary map -> value.forEach(each -> visit(map.value(), each, path, found));
            case Shape.Text text ->
                check(
                        value.isTextual()
                                && (text.values().isEmpty() || text.values().contains(value.asText())),
                        path,
                        value,
                        found);
            case Shape.Numeric number ->
                check(number.whole() ? value.isIntegralNumber() : value.isNumber(), path, value, found);
            case Shape.Flag flag -> check(value.isBoolean(), path, value, found);
            case Shape.Time time -> check(value.isNumber(), path, value, found);
            case Shape.Bytes bytes -> check(value.isTextual(), path, value, found);
        }
    }

    private static void check(boolean holds, String path, JsonNode value, List<String> found) {
        if (!holds) {
            found.add(path + " cannot be " + value);
        }
    }
}
