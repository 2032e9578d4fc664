package io.trainyard.local.sagemaker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What jobs and endpoints leave on disk when they have ended, and what a killed account had no time to remove. */
class DiskUseTest {

    @TempDir
    Path home;

    @Test
    void anEndedJobLeavesItsRecordItsArtifactAndItsLogAndNoWorkingFolder() throws IOException {
        try (TestAccount account = new TestAccount(home)) {
            Serving.train(account);
        }

        assertThat(files("for-serving"))
                .allMatch(file -> Stream.of(
                                "sagemaker/training-jobs/",
                                "sagemaker/metrics/",
                                "logs/sagemaker/TrainingJobs/",
                                "s3/ty-local-artifacts/models/")
                        .anyMatch(file::startsWith));
        assertThat(home.resolve("sagemaker/training/for-serving")).doesNotExist();
    }

    @Test
    void workingFoldersOfEndedJobsGoAtTheNextStartAndThatOfAnUnfinishedOneStays() throws IOException {
        try (TestAccount first = new TestAccount(home)) {
            Serving.train(first);
            Jobs.create(first.sageMaker, "unfinished", Map.of("mode", "wait"));
            TestAccount.eventually(
                    () -> Optional.of(first.part.launches("unfinished")).filter(count -> count == 1));
        }
        leftover("sagemaker/training/for-serving/opt/ml/model/weights.bin");
        leftover("sagemaker/training/nobodys/opt/ml/input/data/train/rows.csv");
        leftover("sagemaker/serving/for-serving/1/opt/ml/model/weights.bin");

        try (TestAccount second = new TestAccount(home)) {
            assertThat(home.resolve("sagemaker/training/for-serving")).doesNotExist();
            assertThat(home.resolve("sagemaker/training/nobodys")).doesNotExist();
            assertThat(home.resolve("sagemaker/serving/for-serving")).doesNotExist();
            TestAccount.eventually(
                    () -> Optional.of(second.part.launches("unfinished")).filter(count -> count == 2));
            assertThat(home.resolve("sagemaker/training/unfinished")).isDirectory();
        }
    }

    @Test
    void aDeletedEndpointLeavesNothingButItsLog() throws IOException {
        try (TestAccount account = new TestAccount(home)) {
            Serving.train(account);
            Serving.create(account, "deleted", Map.of());
            Serving.settled(account, "deleted");
            assertThat(files("deleted")).anyMatch(file -> file.startsWith("sagemaker/serving/"));

            account.sageMaker.deleteEndpoint(request -> request.endpointName("deleted"));
            Serving.absent(account, "deleted");
            account.sageMaker.deleteEndpointConfig(request -> request.endpointConfigName("deleted"));
            account.sageMaker.deleteModel(request -> request.modelName("deleted"));

            assertThat(files("deleted")).allMatch(file -> file.startsWith("logs/sagemaker/Endpoints/"));
        }
    }

    private void leftover(String name) throws IOException {
        Path file = home.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "left by a killed account");
    }

    /** The files of the home that have the name in theirs or in a folder's. */
    private List<String> files(String name) throws IOException {
        try (Stream<Path> all = Files.walk(home)) {
            return all.filter(Files::isRegularFile)
                    .map(file -> home.relativize(file).toString())
                    .filter(file -> file.contains(name))
                    .toList();
        }
    }
}
