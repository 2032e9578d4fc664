package io.trainyard.requests.domain;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.trainyard.events.S3Location;
import io.trainyard.events.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What may be asked of this deployment. Data, not code: the shipped file {@code limits.json}, changed by the deployment's
 * configuration.
 *
 * @param images the known images by name
 * @param trainingInstanceTypes what training may run on
 * @param hostingInstanceTypes what endpoints may run on
 * @param kinds the step kinds that exist here
 * @param probe whether steps of kind {@code probe} are taken, which do nothing
 * @param joins whether steps may wait for several others
 * @param locations what S3 locations must begin with, each {@code s3://<bucket>/} at least; empty for any
 * @param defaults what a request need not say
 */
public record Limits(
        Map<String, ImageLimits> images,
        List<String> trainingInstanceTypes,
        List<String> hostingInstanceTypes,
        List<String> kinds,
        boolean probe,
        boolean joins,
        List<String> locations,
        Defaults defaults) {

    private static final String SHIPPED = "/io/trainyard/requests/limits.json";

    public Limits {
        images = Map.copyOf(images);
        trainingInstanceTypes = List.copyOf(trainingInstanceTypes);
        hostingInstanceTypes = List.copyOf(hostingInstanceTypes);
        kinds = List.copyOf(kinds);
        locations = locations == null ? List.of() : List.copyOf(locations);
        locations.forEach(Limits::requireBucket);
        Objects.requireNonNull(defaults, "defaults");
        if (!images.containsKey(defaults.image())) {
            throw new IllegalArgumentException(
                    "limits: defaults.image " + defaults.image() + " is not one of images; add it there");
        }
    }

    /** The limits that come with Trainyard. */
    public static Limits shipped() {
        return changed("{}");
    }

    /**
     * The shipped limits with a deployment's changes.
     *
     * @param patch a JSON merge patch (RFC 7396): fields to replace, null to remove; {@code {}} for none
     * @throws io.trainyard.events.json.UnreadableEvent where the patch is not JSON or gives a field another shape
     */
    public static Limits changed(String patch) {
        return Json.convert(merged(Json.tree(file()), Json.tree(patch)), Limits.class);
    }

    /** The image by its name or by where it is pulled from. */
    public Optional<ImageLimits> image(String nameOrUri) {
        ImageLimits named = images.get(nameOrUri);
        return named != null
                ? Optional.of(named)
                : images.values().stream()
                        .filter(image -> image.uri().equals(nameOrUri))
                        .findFirst();
    }

    private static void requireBucket(String location) {
        if (S3Location.parse(location).isEmpty() || location.indexOf('/', "s3://".length()) < 0) {
            throw new IllegalArgumentException(
                    "trainyard.requests.limits: locations must each begin with s3://<bucket>/, so that no other bucket's name"
                            + " begins with it; '" + location + "' does not");
        }
    }

    private static JsonNode merged(JsonNode target, JsonNode patch) {
        if (!(patch instanceof ObjectNode changes)) {
            return patch;
        }
        ObjectNode result = target instanceof ObjectNode object ? object.deepCopy() : changes.objectNode();
        changes.properties().forEach(change -> {
            if (change.getValue().isNull()) {
                result.remove(change.getKey());
            } else {
                result.set(change.getKey(), merged(result.path(change.getKey()), change.getValue()));
            }
        });
        return result;
    }

    private static String file() {
        try (InputStream in = Objects.requireNonNull(Limits.class.getResourceAsStream(SHIPPED), SHIPPED)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + SHIPPED, e);
        }
    }
}
