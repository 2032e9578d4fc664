package io.trainyard.local.sagemaker.training;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.trainyard.local.sagemaker.wire.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * One job's working folder with the {@code /opt/ml} layout of the container contract.
 *
 * @param root holds {@code opt/ml}
 */
record TrainingFolder(Path root) {

    private static final int REASON_LENGTH = 1024;

    Path ml() {
        return root.resolve("opt/ml");
    }

    Path channel(String name) {
        return ml().resolve("input/data").resolve(name);
    }

    Path model() {
        return ml().resolve("model");
    }

    Path outputData() {
        return ml().resolve("output/data");
    }

    /** The local end of the checkpoint configuration, which names a path inside the container. */
    Path checkpoints(JsonNode checkpointConfig) {
        String inside = checkpointConfig.path("LocalPath").asText("/opt/ml/checkpoints");
        return root.resolve(inside.replaceFirst("^/+", "")).normalize();
    }

    /** Lays out the folders and writes what the container reads: hyperparameters, channels, cluster. */
    void prepare(ObjectNode job) throws IOException {
        delete(root);
        for (String folder : new String[] {"input/config", "input/data", "model", "output/data", "checkpoints"}) {
            Files.createDirectories(ml().resolve(folder));
        }
        write(
                "hyperparameters.json",
                job.path("HyperParameters").isObject() ? job.get("HyperParameters") : Json.object());
        write("inputdataconfig.json", channels(job));
        write("resourceconfig.json", cluster(job.path("ResourceConfig")));
    }

    /** What the container wrote to its failure file, cut as SageMaker cuts it; empty where it wrote none. */
    String failure() {
        Path file = ml().resolve("output/failure");
        try {
            String text = Files.isRegularFile(file) ? new String(Files.readAllBytes(file), StandardCharsets.UTF_8) : "";
            return text.length() > REASON_LENGTH ? text.substring(0, REASON_LENGTH) : text;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean isThere() {
        return Files.isDirectory(model());
    }

    void delete() throws IOException {
        delete(root);
    }

    private void write(String name, JsonNode content) throws IOException {
        Files.write(ml().resolve("input/config").resolve(name), Json.bytes(content));
    }

    private static ObjectNode channels(ObjectNode job) {
        ObjectNode all = Json.object();
        for (JsonNode channel : job.path("InputDataConfig")) {
            ObjectNode one = all.putObject(channel.path("ChannelName").asText())
                    .put("TrainingInputMode", channel.path("InputMode").asText("File"))
                    .put(
                            "S3DistributionType",
                            channel.at("/DataSource/S3DataSource/S3DataDistributionType")
                                    .asText("FullyReplicated"))
                    .put("RecordWrapperType", channel.path("RecordWrapperType").asText("None"));
            if (channel.has("ContentType")) {
                one.put("ContentType", channel.get("ContentType").asText());
            }
        }
        return all;
    }

    private static ObjectNode cluster(JsonNode resources) {
        String type = resources.path("InstanceType").asText();
        ObjectNode all = Json.object()
                .put("current_host", "algo-1")
                .put("current_instance_type", type)
                .put("current_group_name", "homogeneousCluster");
        all.putArray("hosts").add("algo-1");
        ObjectNode group = all.putArray("instance_groups")
                .addObject()
                .put("instance_group_name", "homogeneousCluster")
                .put("instance_type", type);
        group.putArray("hosts").add("algo-1");
        return all.put("network_interface_name", "lo");
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
