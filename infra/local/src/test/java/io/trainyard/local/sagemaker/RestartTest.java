package io.trainyard.local.sagemaker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.sagemaker.model.EndpointStatus;
import software.amazon.awssdk.services.sagemaker.model.TrainingJobStatus;

/** What a restart keeps: after a clean stop, and after the account's process was killed. */
class RestartTest {

    @TempDir
    Path home;

    @Test
    void aKilledAccountLosesNothingItHasAnswered() throws Exception {
        List<Long> children = killedAccount();
        assertThat(children)
                .as("two containers, and what ends each with its account")
                .hasSize(4);
        TestAccount.eventually(
                () -> Optional.of(children).filter(all -> all.stream().noneMatch(RestartTest::runs)));
        try (TestAccount again = new TestAccount(home)) {
            assertThat(again.sageMaker
                            .describeEndpoint(request -> request.endpointName("kept"))
                            .endpointStatus())
                    .isEqualTo(EndpointStatus.IN_SERVICE);
            assertThat(Serving.invoke(again, "kept", "9").body().asUtf8String()).isEqualTo("1,2,3|9|text/csv");
            assertThat(again.sageMaker
                            .listTags(request -> request.resourceArn(
                                    "arn:aws:sagemaker:eu-west-1:123456789012:training-job/running"))
                            .tags())
                    .singleElement()
                    .satisfies(tag -> assertThat(tag.value()).isEqualTo("j-1"));

            TestAccount.eventually(
                    () -> Optional.of(again.part.launches("running")).filter(count -> count == 2));
            assertThat(Jobs.describe(again.sageMaker, "running").trainingJobStatus())
                    .isEqualTo(TrainingJobStatus.IN_PROGRESS);
            assertThat(again.part.calls("CreateTrainingJob")).isEqualTo(2);
            Path checkpoint = home.resolve("sagemaker/training/running/opt/ml/checkpoints/epoch");
            TestAccount.eventually(() -> Optional.of(checkpoint).filter(Files::exists));
            again.sageMaker.stopTrainingJob(request -> request.trainingJobName("running"));
            assertThat(Jobs.ended(again.sageMaker, "running").trainingJobStatus())
                    .isEqualTo(TrainingJobStatus.STOPPED);
        }
    }

    @Test
    void aCleanStopEndsEveryContainerAndARestartGoesOn() throws IOException {
        long pid;
        try (TestAccount first = new TestAccount(home)) {
            Serving.train(first);
            Serving.create(first, "kept", Map.of());
            Serving.settled(first, "kept");
            pid = Long.parseLong(Serving.invoke(first, "kept", "pid").body().asUtf8String());
            Jobs.create(first.sageMaker, "running", Map.of("mode", "wait"));
            TestAccount.eventually(
                    () -> Optional.of(first.part.launches("running")).filter(count -> count == 1));
        }
        assertThat(ProcessHandle.of(pid).filter(ProcessHandle::isAlive)).isEmpty();
        assertThat(home.resolve("sagemaker/containers")).isEmptyDirectory();

        try (TestAccount second = new TestAccount(home)) {
            assertThat(Serving.invoke(second, "kept", "9").body().asUtf8String())
                    .isEqualTo("1,2,3|9|text/csv");
            assertThat(Jobs.describe(second.sageMaker, "running").trainingJobStatus())
                    .isEqualTo(TrainingJobStatus.IN_PROGRESS);
        }
    }

    @Test
    void anEndpointThatWasBeingCreatedGoesOnBeingCreated() throws IOException {
        Path go = home.resolve("go");
        try (TestAccount first = new TestAccount(home)) {
            Serving.train(first);
            Serving.create(first, "slow", Map.of("WAIT_FOR", go.toString()));
            first.close();
            assertThat(first.events("Endpoint", "slow")).hasSize(1);
        }
        try (TestAccount second = new TestAccount(home)) {
            assertThat(second.sageMaker
                            .describeEndpoint(request -> request.endpointName("slow"))
                            .endpointStatus())
                    .isEqualTo(EndpointStatus.CREATING);
            Files.createFile(go);
            assertThat(Serving.settled(second, "slow").endpointStatus()).isEqualTo(EndpointStatus.IN_SERVICE);
        }
    }

    @Test
    void anEndThatWasNotSaidIsSaid() throws IOException {
        try (TestAccount first = new TestAccount(home)) {
            Serving.train(first);
        }
        Path record = home.resolve("sagemaker/training-jobs/for-serving.json");
        Files.writeString(record, Files.readString(record).replace("\"said\":true", "\"said\":false"));
        try (TestAccount second = new TestAccount(home)) {
            assertThat(second.events("Training Job", "for-serving"))
                    .singleElement()
                    .satisfies(event -> assertThat(
                                    event.detail().path("TrainingJobStatus").asText())
                            .isEqualTo("Completed"));
        }
        try (TestAccount third = new TestAccount(home)) {
            assertThat(third.events).isEmpty();
        }
    }

    @Test
    void anUploadThatWasCutShortIsDoneAgainWithoutTraining() throws IOException {
        try (TestAccount first = new TestAccount(home)) {
            Serving.train(first);
        }
        Path record = home.resolve("sagemaker/training-jobs/for-serving.json");
        Files.writeString(
                record,
                Files.readString(record)
                        .replace("\"TrainingJobStatus\":\"Completed\"", "\"TrainingJobStatus\":\"InProgress\"")
                        .replace("\"SecondaryStatus\":\"Completed\"", "\"SecondaryStatus\":\"Uploading\""));
        Path model = home.resolve("sagemaker/training/for-serving/opt/ml/model/model.txt");
        Files.createDirectories(model.getParent());
        Files.writeString(model, "trained");
        try (TestAccount second = new TestAccount(home)) {
            assertThat(Jobs.ended(second.sageMaker, "for-serving").trainingJobStatus())
                    .isEqualTo(TrainingJobStatus.COMPLETED);
            assertThat(second.part.launches("for-serving")).isEqualTo(1);
        }
    }

    /** A process that was killed and that nobody has reaped yet has no command any more. */
    private static boolean runs(long pid) {
        return ProcessHandle.of(pid)
                .flatMap(process -> process.info().command())
                .isPresent();
    }

    /** Runs an account in a process of its own until a job trains and an endpoint serves, kills it, answers their processes. */
    private List<Long> killedAccount() throws Exception {
        Process process = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        AccountProcess.class.getName(),
                        home.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader output = process.inputReader()) {
            assertThat(output.readLine()).isEqualTo("ready");
            List<Long> children = process.descendants().map(ProcessHandle::pid).toList();
            process.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
            return children;
        }
    }
}
