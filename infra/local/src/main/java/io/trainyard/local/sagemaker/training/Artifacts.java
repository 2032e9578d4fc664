package io.trainyard.local.sagemaker.training;

import com.fasterxml.jackson.databind.JsonNode;
import io.trainyard.local.containers.Archive;
import io.trainyard.local.sagemaker.objects.Objects;
import io.trainyard.local.sagemaker.objects.S3Location;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Writes what a job leaves behind to {@code S3OutputPath/<job>/output}, however the job ended. */
final class Artifacts {

    private final Objects objects;

    Artifacts(Objects objects) {
        this.objects = objects;
    }

    /** Uploads the model and, where there is any, the output data; answers where the model lies. */
    String upload(String job, JsonNode outputConfig, TrainingFolder folder) throws IOException {
        S3Location output = S3Location.of(outputConfig.path("S3OutputPath").asText())
                .below(job)
                .below("output");
        if (outputConfig.path("CompressionType").asText("GZIP").equals("NONE")) {
            copy(folder.model(), output.below("model"));
            copy(folder.outputData(), output.below("data"));
            return output.below("model/").toString();
        }
        S3Location model = output.below("model.tar.gz");
        pack(folder.model(), folder.root().resolve("model.tar.gz"), model);
        if (!files(folder.outputData()).isEmpty()) {
            pack(folder.outputData(), folder.root().resolve("output.tar.gz"), output.below("output.tar.gz"));
        }
        return model.toString();
    }

    private void pack(Path content, Path archive, S3Location target) throws IOException {
        Archive.pack(content, archive);
        objects.put(target, archive);
    }

    private void copy(Path content, S3Location target) throws IOException {
        for (Path file : files(content)) {
            objects.put(target.below(content.relativize(file).toString().replace('\\', '/')), file);
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }
}
