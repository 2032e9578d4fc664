package io.trainyard.cli.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JobFileTest {

    @TempDir
    private Path folder;

    @Test
    void uploadsFilesOfEveryStepAndLeavesS3LocationsAlone() throws IOException {
        Files.writeString(folder.resolve("a.csv"), "1");
        Files.writeString(folder.resolve("b.csv"), "2");
        Files.writeString(folder.resolve("job.json"), """
                {"training":{"channels":{"train":"a.csv","validation":"s3://mine/v.csv"}},
                 "steps":[{"step":"one","spec":{"channels":{"train":"b.csv"}}}]}""");

        JobFile job = JobFile.read(folder.resolve("job.json"));
        var sent = job.uploaded(file -> "s3://uploaded/" + file.getFileName());

        assertThat(job.namesFiles()).isTrue();
        assertThat(sent.at("/training/channels/train").asText()).isEqualTo("s3://uploaded/a.csv");
        assertThat(sent.at("/training/channels/validation").asText()).isEqualTo("s3://mine/v.csv");
        assertThat(sent.at("/steps/0/spec/channels/train").asText()).isEqualTo("s3://uploaded/b.csv");
        assertThat(job.request().at("/training/channels/train").asText()).isEqualTo("a.csv");
    }
}
