package io.trainyard.local.sagemaker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trainyard.local.faults.Fault;
import io.trainyard.local.faults.FaultKind;
import io.trainyard.local.faults.FaultPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.sagemaker.model.CreateTrainingJobRequest;
import software.amazon.awssdk.services.sagemaker.model.EndpointStatus;
import software.amazon.awssdk.services.sagemaker.model.ProductionVariantInstanceType;
import software.amazon.awssdk.services.sagemaker.model.ResourceLimitExceededException;
import software.amazon.awssdk.services.sagemaker.model.SecondaryStatus;
import software.amazon.awssdk.services.sagemaker.model.SecondaryStatusTransition;
import software.amazon.awssdk.services.sagemaker.model.TrainingJobStatus;

class FaultsTest {

    @TempDir
    Path home;

    private FaultPlan faults;
    private TestAccount account;

    @BeforeEach
    void start() throws IOException {
        faults = FaultPlan.open(home.resolve("faults.json"), Clock.systemUTC());
        account = new TestAccount(home, Map.of(), 2, faults);
        account.object("data/train/rows.csv", "1,2,3\n");
    }

    @AfterEach
    void stop() {
        account.close();
    }

    @Test
    void aTypeWithoutCapacityFailsTheJobAndTheEndpointInAwsWords() throws IOException {
        Serving.train(account);
        faults.set(Fault.of(FaultKind.NO_CAPACITY).on("ml.m5.large"));

        Jobs.create(account.sageMaker, "none", Map.of());
        Serving.create(account, "none", Map.of());

        var job = Jobs.ended(account.sageMaker, "none");
        assertThat(job.trainingJobStatus()).isEqualTo(TrainingJobStatus.FAILED);
        assertThat(job.failureReason())
                .isEqualTo("CapacityError: Unable to provision requested ML compute capacity. Please retry using a"
                        + " different ML instance type.");
        var endpoint = Serving.settled(account, "none");
        assertThat(endpoint.endpointStatus()).isEqualTo(EndpointStatus.FAILED);
        assertThat(endpoint.failureReason()).contains("InsufficientInstanceCapacity");
    }

    @Test
    void aQuotaRefusesTheCreateCallUntilAnInstanceIsFree() throws IOException {
        faults.set(
                Fault.of(FaultKind.QUOTA).at("sagemaker", "CreateTrainingJob").withLimit(1));
        account.script("exec sleep 60");

        create("first", request -> {});
        assertThatThrownBy(() -> create("second", request -> {}))
                .isInstanceOf(ResourceLimitExceededException.class)
                .hasMessageContaining(
                        "The account-level service limit 'ml.m5.large for training job usage' is 1 Instances,"
                                + " with current utilization of 1 Instances and a request delta of 1 Instances.");

        account.sageMaker.stopTrainingJob(stop -> stop.trainingJobName("first"));
        Jobs.ended(account.sageMaker, "first");
        create("second", request -> {});
        account.sageMaker.stopTrainingJob(stop -> stop.trainingJobName("second"));
        Jobs.ended(account.sageMaker, "second");
    }

    /** Types are counted each for itself: an endpoint on another one takes nothing of the quota. */
    @Test
    void aQuotaRefusesTheEndpointThatWouldPassItUntilOneIsGone() throws IOException {
        Serving.train(account);
        faults.set(Fault.of(FaultKind.QUOTA)
                .at("sagemaker", "CreateEndpoint")
                .on("ml.m5.large")
                .withLimit(1));
        Serving.create(account, "first", Map.of());
        Serving.configure(
                account,
                "other",
                Map.of(),
                variant -> variant.instanceType(ProductionVariantInstanceType.ML_M5_XLARGE));
        account.sageMaker.createEndpoint(
                request -> request.endpointName("other").endpointConfigName("other"));

        assertThatThrownBy(() -> Serving.create(account, "second", Map.of()))
                .isInstanceOf(ResourceLimitExceededException.class)
                .hasMessageContaining("The account-level service limit 'ml.m5.large for endpoint usage' is 1 Instances,"
                        + " with current utilization of 1 Instances and a request delta of 1 Instances.");
        assertThat(faults.fired("quota")).isEqualTo(1);

        Serving.settled(account, "first");
        account.sageMaker.deleteEndpoint(request -> request.endpointName("first"));
        Serving.absent(account, "first");
        account.sageMaker.createEndpoint(
                request -> request.endpointName("second").endpointConfigName("second"));
    }

    /** A request for three instances where two are left. */
    @Test
    void aQuotaCountsEveryInstanceThatAnEndpointAsksFor() throws IOException {
        Serving.train(account);
        faults.set(Fault.of(FaultKind.QUOTA).at("sagemaker", "CreateEndpoint").withLimit(2));
        Serving.configure(account, "three", Map.of(), variant -> variant.initialInstanceCount(3));

        assertThatThrownBy(() -> account.sageMaker.createEndpoint(
                        request -> request.endpointName("three").endpointConfigName("three")))
                .isInstanceOf(ResourceLimitExceededException.class)
                .hasMessageContaining(
                        "is 2 Instances, with current utilization of 0 Instances and a request delta of 3");
    }

    /** An instance may be reclaimed before its container has saved anything: they are, until one has. */
    @Test
    void aReclaimedSpotJobGoesOnFromItsCheckpoint() throws IOException {
        faults.set(Fault.of(FaultKind.SPOT_INTERRUPTION).withDelay(Duration.ofMillis(100)));
        account.script("""
                cd "$SAGEMAKER_BASE_DIR"
                if [ -f checkpoints/epoch ]; then echo resumed > model/model.txt; exit 0; fi
                echo 3 > checkpoints/epoch
                exec sleep 60
                """);

        create("spot", FaultsTest::onSpot);
        Path saved = account.objects.resolve("ty-local-artifacts/checkpoints/spot/epoch");
        TestAccount.eventually(() -> Optional.of(saved).filter(Files::exists));
        faults.clear();

        var job = Jobs.ended(account.sageMaker, "spot");
        assertThat(job.trainingJobStatus()).isEqualTo(TrainingJobStatus.COMPLETED);
        assertThat(job.secondaryStatusTransitions())
                .extracting(SecondaryStatusTransition::status)
                .containsSubsequence(
                        SecondaryStatus.TRAINING,
                        SecondaryStatus.INTERRUPTED,
                        SecondaryStatus.DOWNLOADING,
                        SecondaryStatus.TRAINING,
                        SecondaryStatus.COMPLETED);
        long interruptions = job.secondaryStatusTransitions().stream()
                .filter(each -> each.status() == SecondaryStatus.INTERRUPTED)
                .count();
        assertThat(account.part.launches("spot")).isEqualTo((int) interruptions + 1);
        assertThat(job.billableTimeInSeconds()).isLessThanOrEqualTo(job.trainingTimeInSeconds());
    }

    @Test
    void aSpotJobWithoutAnotherInstanceEndsWithItsWait() throws IOException {
        faults.set(Fault.of(FaultKind.SPOT_INTERRUPTION));
        faults.set(Fault.of(FaultKind.NO_CAPACITY).afterThe(1));
        account.script("exec sleep 60");

        create(
                "waits",
                request -> onSpot(request)
                        .stoppingCondition(limit -> limit.maxRuntimeInSeconds(3).maxWaitTimeInSeconds(3)));

        var job = Jobs.ended(account.sageMaker, "waits");
        assertThat(job.trainingJobStatus()).isEqualTo(TrainingJobStatus.STOPPED);
        assertThat(job.secondaryStatus()).isEqualTo(SecondaryStatus.MAX_WAIT_TIME_EXCEEDED);
        assertThat(account.part.launches("waits")).isEqualTo(1);
    }

    @Test
    void aCrashedContainerFailsTheJob() throws IOException {
        faults.set(Fault.of(FaultKind.CRASH).about("crash*").withDelay(Duration.ofMillis(10)));
        account.script("exec sleep 60");

        create("crashes", request -> {});

        var job = Jobs.ended(account.sageMaker, "crashes");
        assertThat(job.failureReason()).isEqualTo("AlgorithmError: , exit code: 137");
    }

    @Test
    void aStuckJobStandsInItsFirstStatusUntilItIsStopped() {
        faults.set(Fault.of(FaultKind.STUCK_START));
        Jobs.create(account.sageMaker, "stuck", Map.of());
        TestAccount.eventually(() -> Optional.of(faults.fired("stuck-start")).filter(fired -> fired == 1));
        assertThat(Jobs.describe(account.sageMaker, "stuck").secondaryStatus()).isEqualTo(SecondaryStatus.STARTING);

        account.sageMaker.stopTrainingJob(stop -> stop.trainingJobName("stuck"));

        assertThat(Jobs.ended(account.sageMaker, "stuck").trainingJobStatus()).isEqualTo(TrainingJobStatus.STOPPED);
        assertThat(account.part.launches("stuck")).isZero();
    }

    @Test
    void aSilentRollbackLeavesTheOldConfigurationWithoutAReason() throws IOException {
        Serving.train(account);
        faults.set(Fault.of(FaultKind.STUCK_START).about("slow"));
        Serving.create(account, "slow", Map.of());
        assertThat(account.sageMaker
                        .describeEndpoint(request -> request.endpointName("slow"))
                        .endpointStatus())
                .isEqualTo(EndpointStatus.CREATING);
        faults.clear();
        Serving.settled(account, "slow");
        Serving.configure(account, "green", Map.of());
        faults.set(Fault.of(FaultKind.SILENT_ROLLBACK));

        account.sageMaker.updateEndpoint(request -> request.endpointName("slow").endpointConfigName("green"));

        var endpoint = TestAccount.eventually(
                () -> Optional.of(account.sageMaker.describeEndpoint(request -> request.endpointName("slow")))
                        .filter(each -> each.endpointStatus() == EndpointStatus.IN_SERVICE));
        assertThat(endpoint.endpointConfigName()).isEqualTo("slow");
        assertThat(endpoint.failureReason()).isNull();
    }

    @Test
    void theLedgerTellsEveryCallAndWhatBecameOfIt() {
        Jobs.create(account.sageMaker, "told", Map.of());
        Jobs.ended(account.sageMaker, "told");
        assertThatThrownBy(() -> Jobs.create(account.sageMaker, "told", Map.of()))
                .hasMessageContaining("must be unique");

        assertThat(account.ledger("told"))
                .filteredOn(line -> !line.startsWith("DescribeTrainingJob"))
                .containsExactly(
                        "CreateTrainingJob", "created", "launched", "Completed", "CreateTrainingJob", "ResourceInUse");
    }

    private void create(String name, java.util.function.Consumer<CreateTrainingJobRequest.Builder> also) {
        Jobs.create(
                account.sageMaker,
                name,
                Map.of(),
                also.andThen(request -> request.algorithmSpecification(
                        algorithm -> algorithm.trainingImage("trainyard/script").trainingInputMode("File"))));
    }

    private static CreateTrainingJobRequest.Builder onSpot(CreateTrainingJobRequest.Builder request) {
        return request.enableManagedSpotTraining(true)
                .checkpointConfig(checkpoints -> checkpoints.s3Uri("s3://ty-local-artifacts/checkpoints/spot/"))
                .stoppingCondition(limit -> limit.maxRuntimeInSeconds(600).maxWaitTimeInSeconds(700));
    }
}
