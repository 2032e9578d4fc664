package io.trainyard.local.apimodel;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/**
 * One service's API as AWS describes it (the files of {@code com.amazonaws:aws-java-sdk-models}): its operations and the
 * shapes of what they take.
 */
public final class ApiModel {

    private final JsonNode metadata;
    private final JsonNode operations;
    private final JsonNode shapes;
    private final Map<String, Shape> read = new ConcurrentHashMap<>();

    private ApiModel(JsonNode root) {
        this.metadata = root.required("metadata");
        this.operations = root.required("operations");
        this.shapes = root.required("shapes");
    }

    /**
     * Reads a model from the class path.
     *
     * @param file {@code api.sagemaker-2017-07-24-model.json}
     */
    public static ApiModel read(String file) {
        try (InputStream json = ApiModel.class.getResourceAsStream("/models/" + file)) {
            if (json == null) {
                throw new IllegalStateException(
                        "no API model " + file + " on the class path: the build did not unpack it");
            }
            return new ApiModel(new ObjectMapper().readTree(json));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@code json}, {@code rest-json} or {@code query}. */
    public String protocol() {
        return metadata.path("protocol").asText();
    }

    /** {@code Amazon EventBridge Scheduler}. */
    public String fullName() {
        return metadata.path("serviceFullName").asText();
    }

    /** The version that the query protocol names: {@code 2010-03-31}. */
    public String version() {
        return metadata.path("apiVersion").asText();
    }

    /** Whether the model has a shape of that name. */
    public boolean hasShape(String name) {
        return shapes.has(name);
    }

    /** {@code POST /schedules/{Name}}: how operations are told apart where they have no name on the wire. */
    public String route(String operation) {
        JsonNode http = operations.path(operation).path("http");
        return http.path("method").asText() + " " + http.path("requestUri").asText();
    }

    /** What the model says of a shape beyond its constraints: where members travel, and under which names. */
    public JsonNode wire(String shape) {
        return shapes.required(shape);
    }

    public boolean has(String operation) {
        return operations.has(operation);
    }

    /** Every operation of the service, in name order. */
    public Set<String> operations() {
        Set<String> names = new TreeSet<>();
        operations.fieldNames().forEachRemaining(names::add);
        return names;
    }

    /** The name of the shape that the operation takes; empty where it takes nothing. */
    public Optional<String> input(String operation) {
        return Optional.ofNullable(
                operations.path(operation).path("input").path("shape").textValue());
    }

    /** The name of the shape that the operation answers with; empty where it answers nothing. */
    public Optional<String> output(String operation) {
        return Optional.ofNullable(
                operations.path(operation).path("output").path("shape").textValue());
    }

    /** @throws IllegalArgumentException where the model has no shape of that name */
    public Shape shape(String name) {
        return read.computeIfAbsent(name, this::parse);
    }

    private Shape parse(String name) {
        JsonNode shape = shapes.required(name);
        Shape.Bounds bounds = new Shape.Bounds(number(shape, "min"), number(shape, "max"));
        String type = shape.path("type").asText();
        return switch (type) {
            case "structure" -> structure(shape);
            case "list" -> new Shape.Sequence(bounds, reference(shape, "member"));
            case "map" -> new Shape.Dictionary(bounds, reference(shape, "key"), reference(shape, "value"));
            case "string", "character" -> text(shape, bounds);
            case "integer", "long" -> new Shape.Numeric(bounds, true);
            case "double", "float" -> new Shape.Numeric(bounds, false);
            case "boolean" -> new Shape.Flag();
            case "timestamp" -> new Shape.Time();
            case "blob" -> new Shape.Bytes(bounds);
            default -> throw new IllegalStateException("shape " + name + " has unknown type " + type);
        };
    }

    private static Shape structure(JsonNode shape) {
        Set<String> required = new LinkedHashSet<>(texts(shape.path("required")));
        Map<String, String> members = new LinkedHashMap<>();
        shape.path("members")
                .properties()
                .forEach(member -> members.put(
                        member.getKey(), member.getValue().path("shape").asText()));
        return new Shape.Structure(required, members);
    }

    private static Shape text(JsonNode shape, Shape.Bounds bounds) {
        Optional<Pattern> pattern =
                Optional.ofNullable(shape.path("pattern").textValue()).map(Pattern::compile);
        return new Shape.Text(bounds, pattern, texts(shape.path("enum")));
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    private static String reference(JsonNode shape, String member) {
        return shape.path(member).path("shape").asText();
    }

    private static Optional<Double> number(JsonNode shape, String member) {
        return shape.has(member) ? Optional.of(shape.get(member).asDouble()) : Optional.empty();
    }
}
