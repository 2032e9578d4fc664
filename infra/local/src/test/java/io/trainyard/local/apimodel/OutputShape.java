package io.trainyard.local.apimodel;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Whether an answer has the members that AWS's model names and none else, with the right types and enum values, and
 * every one that the model promises.
 */
final class OutputShape {

    /**
     * What the model promises and AWS answers only once a job has it. Source: a whole answer of 2023 about a job that is
     * {@code Starting}, in the README of schematical/sc-terraform's module for asynchronous endpoints; and for jobs whose artifact stays
     * with AWS, aws/sagemaker-python-sdk pull request 6091.
     */
    private static final Set<String> NOT_YET = Set.of("DescribeTrainingJob.ModelArtifacts");

    private final ApiModel model;

    OutputShape(ApiModel model) {
        this.model = model;
    }

    /** @return what is wrong, by path; empty where nothing is, or where the body is bytes that no model describes */
    Optional<String> breach(String operation, byte[] body) throws IOException {
        List<String> found = new ArrayList<>();
        Optional<String> shape =
                model.output(operation).filter(name -> !model.wire(name).has("payload"));
        if (shape.isPresent()) {
            visit(shape.get(), answer(operation, body), operation, found);
        }
        return found.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", found));
    }

    private JsonNode answer(String operation, byte[] body) throws IOException {
        if (model.protocol().equals("query")) {
            return new QueryAnswer(model).read(operation, body);
        }
        var json = new ObjectMapper();
        return body.length == 0 ? json.createObjectNode() : json.readTree(body);
    }

    private void visit(String shapeName, JsonNode value, String path, List<String> found) {
        switch (model.shape(shapeName)) {
            case Shape.Structure structure -> members(shapeName, structure, value, path, found);
            case Shape.Sequence list -> {
                check(value.isArray(), path, value, found);
                value.forEach(each -> visit(list.element(), each, path, found));
            }
            case Shape.Dictionary map -> {
                check(value.isObject(), path, value, found);
                value.properties().forEach(entry -> visit(map.value(), entry.getValue(), path, found));
            }
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

    private void members(String name, Shape.Structure structure, JsonNode value, String path, List<String> found) {
        check(value.isObject(), path, value, found);
        value.properties().forEach(member -> {
            String at = path + "." + member.getKey();
            Optional.ofNullable(structure.members().get(member.getKey()))
                    .ifPresentOrElse(
                            shape -> visit(shape, member.getValue(), at, found), () -> found.add(at + " is unknown"));
        });
        structure.required().stream()
                .filter(member -> !value.has(member))
                .filter(member -> !model.wire(name).at("/members/" + member).has("location"))
                .map(member -> path + "." + member)
                .filter(member -> !NOT_YET.contains(member))
                .forEach(member -> found.add(member + " is missing"));
    }

    private static void check(boolean holds, String path, JsonNode value, List<String> found) {
        if (!holds) {
            found.add(path + " cannot be " + value);
        }
    }
}
