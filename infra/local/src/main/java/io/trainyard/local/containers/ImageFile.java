package io.trainyard.local.containers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The file that maps images to commands.
 *
 * <pre>{@code
 * images:
 *   - image: trainyard/trainer
 *     command: ["${java.home}/bin/java", "-jar", "${folder}/trainer.jar"]
 *     environment: {OMP_NUM_THREADS: "1"}
 * }</pre>
 *
 * <p>{@code ${folder}} is the file's own folder, {@code ${env.NAME}} a variable of the account's environment, anything else
 * a Java system property. A name without a value is an error: a command with a hole in it must not start.
 */
public final class ImageFile {

    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    private ImageFile() {}

    /** Reads the file; one that is not there maps nothing. */
    public static List<MappedImage> read(Path file) throws IOException {
        if (!Files.exists(file)) {
            return List.of();
        }
        Path folder = file.toAbsolutePath().normalize().getParent();
        List<MappedImage> images = new ArrayList<>();
        for (JsonNode image : YAML.readTree(file.toFile()).path("images")) {
            images.add(image(image, file, folder));
        }
        return images;
    }

    private static MappedImage image(JsonNode node, Path file, Path folder) {
        if (!node.path("image").isTextual()) {
            throw new IllegalArgumentException(file + ": an entry of images has no image");
        }
        List<String> command = new ArrayList<>();
        node.path("command").forEach(word -> command.add(filled(word.asText(), file, folder)));
        Map<String, String> environment = new LinkedHashMap<>();
        node.path("environment")
                .properties()
                .forEach(entry ->
                        environment.put(entry.getKey(), filled(entry.getValue().asText(), file, folder)));
        return new MappedImage(ImageName.parse(node.get("image").asText()).repository(), command, environment);
    }

    private static String filled(String text, Path file, Path folder) {
        StringBuilder out = new StringBuilder();
        int at = 0;
        for (int open = text.indexOf("${"); open >= 0; open = text.indexOf("${", at)) {
            int close = text.indexOf('}', open);
            if (close < 0) {
                throw new IllegalArgumentException(file + ": ${ without } in " + text);
            }
            String name = text.substring(open + 2, close);
            out.append(text, at, open)
                    .append(value(name, folder)
                            .orElseThrow(() -> new IllegalArgumentException(file + ": ${" + name + "} has no value")));
            at = close + 1;
        }
        return out.append(text.substring(at)).toString();
    }

    private static Optional<String> value(String name, Path folder) {
        if (name.equals("folder")) {
            return Optional.of(folder.toString());
        }
        return Optional.ofNullable(
                name.startsWith("env.") ? System.getenv(name.substring(4)) : System.getProperty(name));
    }
}
