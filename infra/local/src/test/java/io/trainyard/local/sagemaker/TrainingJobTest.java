package io.trainyard.local.sagemaker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trainyard.local.containers.Archive;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.sagemaker.model.DescribeTrainingJobResponse;
import software.amazon.awssdk.services.sagemaker.model.ResourceInUseException;
import software.amazon.awssdk.services.sagemaker.model.SageMakerException;
import software.amazon.awssdk.services.sagemaker.model.SecondaryStatus;
import software.amazon.awssdk.services.sagemaker.model.TrainingJobStatus;

class TrainingJobTest {

    @TempDir
    Path home;

    TestAccount account;

    @BeforeEach
    void open() throws IOException {
        account = new TestAccount(home);
        account.object("data/train/rows.csv", "1,2,3\n");
    }

    @AfterEach
    void close() {
        account.close();
    }

    @Test
    void trainsAndKeepsTheModelMetricsLogAndEvents() throws IOException {
        Jobs.create(account.sageMaker, "ty-local-a-train-11", Map.of("epochs", "2"));
        DescribeTrainingJobResponse job = Jobs.ended(account.sageMaker, "ty-local-a-train-11");

        assertThat(job.failureReason()).isNull();
        assertThat(job.trainingJobStatus()).isEqualTo(TrainingJobStatus.COMPLETED);
        assertThat(job.modelArtifacts().s3ModelArtifacts())
                .isEqualTo("s3://ty-local-artifacts/models/ty-local-a-train-11/output/model.tar.gz");
        assertThat(job.finalMetricDataList()).singleElement().satisfies(metric -> {
            assertThat(metric.metricName()).isEqualTo("loss");
            assertThat(metric.value()).isEqualTo(0.25f);
        });
        assertThat(job.billableTimeInSeconds()).isPositive();
        assertThat(job.trainingEndTime()).isAfterOrEqualTo(job.trainingStartTime());
        assertThat(job.secondaryStatusTransitions())
                .extracting(transition -> transition.status())
                .containsExactly(
                        SecondaryStatus.STARTING,
                        SecondaryStatus.DOWNLOADING,
                        SecondaryStatus.TRAINING,
                        SecondaryStatus.UPLOADING,
                        SecondaryStatus.COMPLETED);
        Path model = unpacked("ty-local-a-train-11");
        assertThat(model.resolve("model.txt")).hasContent("1,2,3");
        assertThat(model.resolve("parameters.json")).hasContent("{\"epochs\":\"2\"}");
        assertThat(account.part.home().trainingLog("ty-local-a-train-11"))
                .content()
                .contains("epoch=2 loss=0.25;");
        assertThat(account.part.home().metrics("ty-local-a-train-11"))
                .content()
                .contains("0.75")
                .contains("0.25");
        assertThat(account.part.launches("ty-local-a-train-11")).isEqualTo(1);
    }

    @Test
    void saysEveryStatusOnTheDefaultBus() {
        Jobs.create(account.sageMaker, "said", Map.of());
        Jobs.ended(account.sageMaker, "said");
        TestAccount.eventually(
                () -> Optional.of(account.events("Training Job", "said")).filter(all -> all.size() == 5));

        assertThat(account.events("Training Job", "said"))
                .extracting(event -> event.detail().path("SecondaryStatus").asText())
                .containsExactly("Starting", "Downloading", "Training", "Uploading", "Completed");
        var last = account.events("Training Job", "said").getLast().detail();
        assertThat(last.path("TrainingJobStatus").asText()).isEqualTo("Completed");
        assertThat(last.path("CreationTime").isIntegralNumber()).isTrue();
        assertThat(last.at("/ModelArtifacts/S3ModelArtifacts").asText()).endsWith("/said/output/model.tar.gz");
        assertThat(last.at("/Tags/job").asText()).isEqualTo("j-1");
    }

    @Test
    void givesTheFailureFileAsTheReason() {
        Jobs.create(account.sageMaker, "failing", Map.of("mode", "fail"));
        DescribeTrainingJobResponse job = Jobs.ended(account.sageMaker, "failing");

        assertThat(job.trainingJobStatus()).isEqualTo(TrainingJobStatus.FAILED);
        assertThat(job.failureReason()).isEqualTo("AlgorithmError: column 3 of row 7 is text, exit code: 1");
    }

    @Test
    void stopsWithSigtermAndKeepsWhatThereIs() throws IOException {
        Jobs.create(
                account.sageMaker,
                "stopped",
                Map.of("mode", "wait"),
                request -> request.checkpointConfig(
                        checkpoint -> checkpoint.s3Uri("s3://ty-local-artifacts/checkpoints/stopped")));
        TestAccount.eventually(() -> Optional.of(home.resolve("s3/ty-local-artifacts/checkpoints/stopped/epoch"))
                .filter(Files::exists));
        account.sageMaker.stopTrainingJob(request -> request.trainingJobName("stopped"));
        DescribeTrainingJobResponse job = Jobs.ended(account.sageMaker, "stopped");

        assertThat(job.trainingJobStatus()).isEqualTo(TrainingJobStatus.STOPPED);
        assertThat(unpacked("stopped").resolve("model.txt")).hasContent("1,2,3");
        assertThatThrownBy(() -> account.sageMaker.stopTrainingJob(request -> request.trainingJobName("stopped")))
                .hasMessageContaining("The request was rejected because the training job is in status Stopped");
    }

    @Test
    void endsAJobThatRunsTooLong() {
        Jobs.create(
                account.sageMaker,
                "long",
                Map.of("mode", "wait"),
                request -> request.stoppingCondition(limit -> limit.maxRuntimeInSeconds(1)));
        DescribeTrainingJobResponse job = Jobs.ended(account.sageMaker, "long");

        assertThat(job.trainingJobStatus()).isEqualTo(TrainingJobStatus.STOPPED);
        assertThat(job.secondaryStatus()).isEqualTo(SecondaryStatus.MAX_RUNTIME_EXCEEDED);
        assertThat(job.modelArtifacts().s3ModelArtifacts()).endsWith("/long/output/model.tar.gz");
    }

    @Test
    void runsNoMoreAtOnceThanThereArePlaces() throws IOException {
        account.script("echo started; while [ ! -f " + home.resolve("go") + " ]; do sleep 0.05; done");
        for (String name : new String[] {"queue-1", "queue-2", "queue-3"}) {
            Jobs.create(
                    account.sageMaker,
                    name,
                    Map.of(),
                    request -> request.algorithmSpecification(algorithm ->
                            algorithm.trainingImage("trainyard/script:1").trainingInputMode("File")));
        }
        TestAccount.eventually(() -> Optional.of(Jobs.describe(account.sageMaker, "queue-3"))
                .filter(job -> job.secondaryStatus() == SecondaryStatus.PENDING));
        Files.createFile(home.resolve("go"));

        for (String name : new String[] {"queue-1", "queue-2", "queue-3"}) {
            assertThat(Jobs.ended(account.sageMaker, name).trainingJobStatus()).isEqualTo(TrainingJobStatus.COMPLETED);
        }
    }

    @Test
    void stopsAJobThatStillWaitsForAPlace() throws IOException {
        account.script("while :; do sleep 0.05; done");
        for (String name : new String[] {"full-1", "full-2", "full-3"}) {
            Jobs.create(
                    account.sageMaker,
                    name,
                    Map.of(),
                    request -> request.algorithmSpecification(algorithm ->
                            algorithm.trainingImage("trainyard/script:1").trainingInputMode("File")));
        }
        account.sageMaker.stopTrainingJob(request -> request.trainingJobName("full-3"));

        assertThat(Jobs.ended(account.sageMaker, "full-3").trainingJobStatus()).isEqualTo(TrainingJobStatus.STOPPED);
        assertThat(account.part.launches("full-3")).isZero();
    }

    @Test
    void killsAContainerThatIgnoresSigterm() throws IOException {
        account.script(
                "trap '' TERM; echo deaf > $SAGEMAKER_BASE_DIR/model/m; echo ready=1; while :; do sleep 0.05; done");
        Jobs.create(
                account.sageMaker,
                "deaf",
                Map.of(),
                request -> request.algorithmSpecification(algorithm -> algorithm
                        .trainingImage("trainyard/script:1")
                        .trainingInputMode("File")
                        .metricDefinitions(metric -> metric.name("ready").regex("ready=(1)"))));
        TestAccount.eventually(() -> Optional.of(Jobs.describe(account.sageMaker, "deaf"))
                .filter(job -> !job.finalMetricDataList().isEmpty()));
        account.sageMaker.stopTrainingJob(request -> request.trainingJobName("deaf"));

        assertThat(Jobs.ended(account.sageMaker, "deaf").trainingJobStatus()).isEqualTo(TrainingJobStatus.STOPPED);
        assertThat(unpacked("deaf").resolve("m")).hasContent("deaf");
    }

    @Test
    void keepsOutputDataAndTheModelOfAFailedJob() throws IOException {
        account.script("cd $SAGEMAKER_BASE_DIR; echo half > model/m; echo plot > output/data/p; exit 2");
        Jobs.create(
                account.sageMaker,
                "half",
                Map.of(),
                request -> request.algorithmSpecification(algorithm ->
                        algorithm.trainingImage("trainyard/script:1").trainingInputMode("File")));

        assertThat(Jobs.ended(account.sageMaker, "half").failureReason()).isEqualTo("AlgorithmError: , exit code: 2");
        assertThat(unpacked("half").resolve("m")).hasContent("half");
        assertThat(home.resolve("s3/ty-local-artifacts/models/half/output/output.tar.gz"))
                .exists();
    }

    @Test
    void restoresCheckpointsBeforeTraining() throws IOException {
        account.object("kept/step", "41");
        account.script("cd $SAGEMAKER_BASE_DIR; cp checkpoints/step model/from; echo 42 > checkpoints/step");
        Jobs.create(
                account.sageMaker,
                "onward",
                Map.of(),
                request -> request.algorithmSpecification(algorithm ->
                                algorithm.trainingImage("trainyard/script:1").trainingInputMode("File"))
                        .checkpointConfig(checkpoint -> checkpoint.s3Uri("s3://ty-local-artifacts/kept")));
        Jobs.ended(account.sageMaker, "onward");

        assertThat(unpacked("onward").resolve("from")).hasContent("41");
        assertThat(home.resolve("s3/ty-local-artifacts/kept/step")).hasContent("42");
    }

    @Test
    void failsAJobWhoseInputWentAway() throws IOException {
        account.object("data/second/rows.csv", "1");
        account.script("while [ ! -f " + home.resolve("go") + " ]; do sleep 0.05; done");
        for (String name : new String[] {"busy-1", "busy-2"}) {
            Jobs.create(
                    account.sageMaker,
                    name,
                    Map.of(),
                    request -> request.algorithmSpecification(algorithm ->
                            algorithm.trainingImage("trainyard/script:1").trainingInputMode("File")));
        }
        Jobs.create(
                account.sageMaker,
                "robbed",
                Map.of(),
                request -> request.inputDataConfig(channel -> channel.channelName("train")
                        .dataSource(source -> source.s3DataSource(
                                s3 -> s3.s3DataType("S3Prefix").s3Uri("s3://ty-local-artifacts/data/second/")))));
        Files.delete(home.resolve("s3/ty-local-artifacts/data/second/rows.csv"));
        Files.createFile(home.resolve("go"));

        assertThat(Jobs.ended(account.sageMaker, "robbed").failureReason())
                .startsWith("ClientError: Data download failed:");
    }

    @Test
    void refusesANameThatIsTakenAsResourceInUse() {
        Jobs.create(account.sageMaker, "twice", Map.of());

        assertThatThrownBy(() -> Jobs.create(account.sageMaker, "twice", Map.of()))
                .isInstanceOf(ResourceInUseException.class)
                .hasMessageContaining("Training job names must be unique within an AWS account and region");
    }

    @Test
    void refusesInputThatIsNotThere() {
        assertThatThrownBy(() -> Jobs.create(
                        account.sageMaker,
                        "empty",
                        Map.of(),
                        request -> request.inputDataConfig(channel -> channel.channelName("train")
                                .dataSource(source -> source.s3DataSource(
                                        s3 -> s3.s3DataType("S3Prefix").s3Uri("s3://ty-local-artifacts/nothing/"))))))
                .isInstanceOf(SageMakerException.class)
                .hasMessageContaining("No S3 objects found under S3 URL \"s3://ty-local-artifacts/nothing/\"");
    }

    @Test
    void failsAJobWhoseImageIsNowhere() {
        Jobs.create(
                account.sageMaker,
                "imageless",
                Map.of(),
                request -> request.algorithmSpecification(
                        algorithm -> algorithm.trainingImage("nobody/nothing:1").trainingInputMode("File")));

        assertThat(Jobs.ended(account.sageMaker, "imageless").failureReason())
                .startsWith("ClientError: Cannot pull algorithm container");
    }

    @Test
    void saysThatAnUnknownJobIsNotThere() {
        assertThatThrownBy(() -> Jobs.describe(account.sageMaker, "nobody"))
                .hasMessageContaining("Requested resource not found.")
                .satisfies(e -> assertThat(
                                ((SageMakerException) e).awsErrorDetails().errorCode())
                        .isEqualTo("ValidationException"));
    }

    private Path unpacked(String job) throws IOException {
        Path archive = home.resolve("s3/ty-local-artifacts/models").resolve(job).resolve("output/model.tar.gz");
        Path target = home.resolve("unpacked").resolve(job);
        try (var in = Files.newInputStream(archive)) {
            Archive.unpack(in, target);
        }
        return target;
    }
}
