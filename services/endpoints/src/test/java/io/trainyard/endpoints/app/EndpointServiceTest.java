package io.trainyard.endpoints.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.trainyard.endpoints.domain.EndpointOrder;
import io.trainyard.endpoints.domain.Proof.Reply;
import io.trainyard.events.EndpointFailed;
import io.trainyard.events.EndpointOf;
import io.trainyard.events.EndpointReady;
import io.trainyard.events.EndpointRetired;
import io.trainyard.events.Failure;
import io.trainyard.events.FailureClass;
import io.trainyard.events.JobDelayed;
import io.trainyard.slots.Slot;
import io.trainyard.slots.SlotState;
import io.trainyard.steps.domain.AttemptKey;
import io.trainyard.steps.domain.AttemptState;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class EndpointServiceTest {

    @Test
    void deploysProvesAndSaysReady() {
        var house = new House(5, 1);

        house.deploy("a");

        assertThat(house.said("a")).containsExactly("endpoint-deploying", "endpoint-ready");
        assertThat(house.row("a").state()).isEqualTo(AttemptState.SAID);
        assertThat(house.slots.read().count(SlotState.READY)).isEqualTo(1);
        assertThat(ready(house, "a").modelVersion()).isEqualTo(House.model("a"));
        assertThat(house.timers.all()).isEmpty();
    }

    @Test
    void anEndpointThatSettlesByItsEventIsNeverDescribed() {
        var house = new House(5, 1);

        house.release("a");
        house.inServiceByEvent("a");

        assertThat(house.said("a")).containsExactly("endpoint-deploying", "endpoint-ready");
        assertThat(ready(house, "a").endpointArn()).endsWith(House.name("a"));
        assertThat(house.sagemaker.looks()).isZero();
    }

    @Test
    void theSameEventThreeTimesIsOneEndpoint() {
        var house = new House(5, 1);

        for (int i = 0; i < 3; i++) {
            house.release("a");
        }
        for (int i = 0; i < 3; i++) {
            house.inService("a");
        }
        house.release("a");

        assertThat(house.sagemaker.creations(House.name("a"))).isEqualTo(1);
        assertThat(house.said("a")).containsExactly("endpoint-deploying", "endpoint-ready");
        assertThat(house.slots.read().slots()).hasSize(1);
    }

    @Test
    void atTheCapTheOldestIsDeletedOnlyAfterTheNewOneIsProven() {
        var house = new House(2, 1);
        for (String job : List.of("a", "b")) {
            house.deploy(job);
            house.pass(Duration.ofMinutes(1));
        }

        house.release("c");
        assertThat(house.sagemaker.names()).hasSize(3);
        house.inService("c");

        assertThat(ready(house, "c").retires()).isEqualTo(new EndpointOf("a", House.name("a")));
        assertThat(house.slots.read().count(SlotState.READY)).isEqualTo(2);
        assertThat(house.retirements.all()).containsKey(House.key("a"));
        house.settle();

        assertThat(house.sagemaker.names()).containsExactly(House.name("b"), House.name("c"));
        assertThat(house.sagemaker.configurationNames()).containsExactly(House.name("b"), House.name("c"));
        assertThat(house.sagemaker.deletedModels()).containsExactly(House.model("a"));
        assertThat(house.said("a")).endsWith("endpoint-retired");
        assertThat(house.slots.read().slots()).extracting(Slot::key).containsExactly(House.key("b"), House.key("c"));
        assertThat(house.retirements.all()).isEmpty();
    }

    /** A timer of an attempt that never let it leave, and a launch that does so between the timer's read and its removal. */
    @Test
    void keepsTheTimerOfAnEndpointThatBeganToLeaveMeanwhile() {
        var house = new House(1, 0);
        house.deploy("a");
        house.slots.afterNextRead(() -> {
            house.release("b");
            house.own.take();
        });

        house.service.retire(House.key("a"));

        assertThat(house.retirements.all()).containsKey(House.key("a"));
    }

    @Test
    void withoutASurgeTheEventStillNamesTheOneThatLeft() {
        var house = new House(1, 0);
        house.deploy("a");
        house.pass(Duration.ofMinutes(1));

        house.release("b");
        house.settle();
        assertThat(house.said("a")).endsWith("endpoint-retired");
        house.inService("b");

        assertThat(ready(house, "b").retires()).isEqualTo(new EndpointOf("a", House.name("a")));
        assertThat(house.sagemaker.names()).containsExactly(House.name("b"));
    }

    @Test
    void aRetiredEndpointAnswersUntilItsDrainTimeIsOver() {
        var house = new House(1, 1);
        house.deploy("a");
        house.pass(Duration.ofMinutes(1));
        house.deploy("b");

        house.pass(Duration.ofSeconds(29));
        house.service.retire(House.key("a"));
        house.sagemaker.finishDeletions();
        assertThat(house.sagemaker.names()).contains(House.name("a"));

        house.pass(Duration.ofSeconds(1));
        house.service.retire(House.key("a"));
        house.sagemaker.finishDeletions();
        assertThat(house.sagemaker.names()).doesNotContain(House.name("a"));
        assertThat(house.said("a")).doesNotContain("endpoint-retired");
        house.service.retire(House.key("a"));
        assertThat(house.said("a")).contains("endpoint-retired");
    }

    @Test
    void sevenJobsAtOnceEndWithFiveEndpointsAndNeverMoreThanSix() {
        var house = new House(5, 1);
        List<String> jobs = List.of("a", "b", "c", "d", "e", "f", "g");
        jobs.forEach(house::release);

        assertThat(house.sagemaker.names()).hasSize(6);
        assertThat(house.row("g").state()).isEqualTo(AttemptState.WAITING);
        assertThat(delayed(house, "g").reason()).contains("cap is 5");
        for (String job : jobs.subList(0, 6)) {
            house.inService(job);
            house.pass(Duration.ofSeconds(1));
        }
        house.settle();
        house.inService("g");
        house.settle();

        assertThat(house.slots.read().count(SlotState.READY)).isEqualTo(5);
        assertThat(house.sagemaker.names()).hasSize(5);
        assertThat(house.said("a")).endsWith("endpoint-retired");
        assertThat(house.said("b")).endsWith("endpoint-retired");
        assertThat(house.said("g")).containsExactly("job-delayed", "endpoint-deploying", "endpoint-ready");
    }

    @Test
    void aFailedDeployIsGoneBeforeAnybodyHearsOfIt() {
        var house = new House(5, 1);
        house.release("a");

        house.failed("a", "The primary container did not pass the ping health check.");
        assertThat(house.said("a")).containsExactly("endpoint-deploying");
        assertThat(house.row("a").state()).isEqualTo(AttemptState.SETTLED);
        house.sagemaker.finishDeletions();
        house.settle();

        assertThat(house.said("a")).containsExactly("endpoint-deploying", "endpoint-failed");
        assertThat(failure(house, "a").type()).isEqualTo(FailureClass.CALLER);
        assertThat(house.sagemaker.names()).isEmpty();
        assertThat(house.sagemaker.configurationNames()).isEmpty();
        assertThat(house.sagemaker.deletedModels()).isEmpty();
        assertThat(house.slots.read().slots()).isEmpty();
    }

    @Test
    void aFailedProofIsAFailedDeploy() {
        var house = new House(5, 1);
        house.release("a");
        house.sagemaker.answer(House.name("a"), new Reply(200, "model-version=" + House.model("a"), "9.9"));

        house.inService("a");
        house.settle();

        assertThat(failure(house, "a").cause()).contains("9.9", "expected 4.2");
        assertThat(house.sagemaker.names()).isEmpty();
    }

    @Test
    void anEndpointThatCannotBeAskedIsAFailedDeploy() {
        var house = new House(5, 1);
        house.release("a");
        house.sagemaker.answer(House.name("a"), new Reply(400, null, "SageMaker refused it: no such type"));

        house.inService("a");
        house.settle();

        assertThat(failure(house, "a").type()).isEqualTo(FailureClass.CALLER);
        assertThat(failure(house, "a").cause()).contains("golden request", "SageMaker refused it: no such type");
        assertThat(house.sagemaker.names()).isEmpty();
        assertThat(house.slots.read().slots()).isEmpty();
    }

    @Test
    void withoutAGoldenRequestTheDeployFails() {
        var house = new House(5, 1);
        house.golden.lose("s3://b/a.tar.gz");

        house.deploy("a");
        house.settle();

        assertThat(failure(house, "a").cause()).contains("no golden request");
        assertThat(failure(house, "a").nextAction()).contains("golden.json");
    }

    @Test
    void aRefusedCreateIsSaidAtOnceAndGivesItsSlotToTheNext() {
        var house = new House(1, 0);
        var mistake = new Failure(FailureClass.CALLER, "no such model", "mend it");
        house.sagemaker.refuse(House.name("a"), mistake);

        house.release("a");

        assertThat(house.said("a")).containsExactly("endpoint-failed");
        assertThat(house.sagemaker.configurationNames()).isEmpty();
        assertThat(house.slots.read().slots()).isEmpty();
    }

    @Test
    void aCreateWithoutQuotaIsNotFinalAndLeavesNothingForTheNextAttemptToMeet() {
        var house = new House(1, 0);
        var quota = new Failure(FailureClass.QUOTA, "limit", "ask for more");
        house.sagemaker.refuse(House.name("a"), quota);

        house.release("a");

        assertThat(house.said("a")).containsExactly("capacity-error");
        assertThat(house.sagemaker.configurationNames()).isEmpty();
        assertThat(house.slots.read().slots()).isEmpty();
    }

    @Test
    void anEndpointOfSomebodyElseIsNeitherAdoptedNorDeleted() {
        var house = new House(5, 1);
        var theirs = new AttemptKey("other", 1, House.STEP, 1);
        house.sagemaker.foreign(new EndpointOrder(theirs, House.name("a"), "m", "ml.m5.large", 1));

        house.release("a");
        house.settle();

        assertThat(failure(house, "a").cause()).contains("does not belong to this job");
        assertThat(house.sagemaker.names()).containsExactly(House.name("a"));
        assertThat(house.sagemaker.configurationNames()).containsExactly(House.name("a"));
    }

    @Test
    void aLostEventIsMadeUpForByTheTimer() {
        var house = new House(5, 1);
        house.release("a");
        house.sagemaker.serve(House.name("a"));

        house.pass(Duration.ofMinutes(10));
        house.service.tick(House.key("a"));

        assertThat(house.said("a")).containsExactly("endpoint-deploying", "endpoint-ready");
    }

    @Test
    void anEndpointThatSomebodyDeletedFails() {
        var house = new House(5, 1);
        house.release("a");
        house.sagemaker.vanish(House.name("a"));

        house.service.tick(House.key("a"));

        assertThat(failure(house, "a").cause()).contains("vanished");
    }

    @Test
    void withoutASurgeTheOldestMakesRoomFirst() {
        var house = new House(1, 0);
        house.deploy("a");
        house.pass(Duration.ofMinutes(1));

        house.release("b");
        assertThat(house.row("b").state()).isEqualTo(AttemptState.WAITING);
        house.settle();
        assertThat(house.sagemaker.names()).containsExactly(House.name("b"));
        house.inService("b");

        assertThat(house.said("b")).containsExactly("job-delayed", "endpoint-deploying", "endpoint-ready");
        assertThat(retired(house, "a").reason()).contains("at most 1");
    }

    static EndpointReady ready(House house, String job) {
        return fact(house, job, EndpointReady.class);
    }

    private static Failure failure(House house, String job) {
        return fact(house, job, EndpointFailed.class).failure();
    }

    private static JobDelayed delayed(House house, String job) {
        return fact(house, job, JobDelayed.class);
    }

    private static EndpointRetired retired(House house, String job) {
        return fact(house, job, EndpointRetired.class);
    }

    private static <T> T fact(House house, String job, Class<T> type) {
        return house.bus.said().stream()
                .filter(event -> event.metadata().jobId().equals(job))
                .map(event -> event.fact())
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst()
                .orElseThrow();
    }
}
