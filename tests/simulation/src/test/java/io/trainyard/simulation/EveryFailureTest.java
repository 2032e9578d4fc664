package io.trainyard.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.trainyard.endpoints.app.Endpoints;
import io.trainyard.events.Failure;
import io.trainyard.events.FailureClass;
import io.trainyard.events.JobFailed;
import io.trainyard.events.MessageParked;
import io.trainyard.ledger.domain.JobRecord;
import io.trainyard.ledger.domain.JobStatus;
import io.trainyard.models.app.Models;
import io.trainyard.notices.domain.Notice;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Everything fails the same, once (E10): every step is made to fail in every class, and every service is made to die. Each time there is
 * one record, one distinct notice that tells a person what to do, and one {@code job-failed}, or {@code message-parked} for what nobody
 * could handle. No failure is silent (E9, A13), polls for ever (AD1) or hides behind a taken name (E7).
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryFailureTest {

    private static final String CAUSE = "SageMaker said no";

    /** How a step is refused for good: the port call, and what it answers instead. */
    private record Refusal(String step, String call, Function<Failure, Object> answer) {}

    private static final List<Refusal> REFUSALS = List.of(
            new Refusal("train", "sagemaker.create", Optional::of),
            new Refusal("model", "sagemaker.register", Models.Registration.Refused::new),
            new Refusal("endpoint", "sagemaker.createConfiguration", Endpoints.Creation.Refused::new),
            new Refusal("endpoint", "sagemaker.createEndpoint", Endpoints.Creation.Refused::new));

    private static final List<String> SERVICES = List.of("intake", "training", "model", "endpoint", "probe", "ledger");

    private final List<String> table = new ArrayList<>();

    static Stream<Arguments> refusals() {
        return REFUSALS.stream()
                .flatMap(refusal -> Stream.of(FailureClass.values()).map(type -> Arguments.of(refusal, type)));
    }

    static Stream<String> services() {
        return SERVICES.stream();
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void aStepThatFailsForGoodIsOneJobFailedOneRecordAndOneNotice(Refusal refusal, FailureClass type) {
        House house = new House();
        house.sabotage().answer(refusal.call(), refusal.answer().apply(new Failure(type, CAUSE, "act on it")));

        JobRecord record = house.play(Requests::whole);

        assertThat(house.records()).as("records").isEqualTo(1);
        assertThat(record.status()).isEqualTo(JobStatus.ERROR);
        assertThat(record.trouble().errorStep()).isEqualTo(refusal.step());
        assertThat(house.parked()).as("parked messages").isEmpty();
        assertThat(house.failed()).singleElement().satisfies(event -> {
            var failed = (JobFailed) event.fact();
            assertThat(failed.step()).isEqualTo(refusal.step());
            assertThat(failed.failure().type()).isEqualTo(type);
        });
        assertThat(house.notices()).singleElement().satisfies(notice -> {
            tellsAPerson(notice, "step", "class", "runbook");
            assertThat(notice.fields()).containsEntry("step", refusal.step());
            assertThat(notice.fields().get("cause")).contains(CAUSE);
        });
        line(refusal.step(), refusal.call(), type.name().toLowerCase(java.util.Locale.ROOT), "job-failed");
    }

    @ParameterizedTest
    @MethodSource("services")
    void aServiceThatDiesOnItsMessagesParksThemOnceEachAndTheJobGoesOnAfterAReplay(String service) {
        House house = new House();
        house.sabotage().crash(service);
        house.mendAfter(Duration.ofHours(5));

        JobRecord record = house.play(service.equals("probe") ? Requests::probes : Requests::whole);

        assertThat(house.records()).as("records").isEqualTo(1);
        assertThat(record.status()).isIn(JobStatus.READY, JobStatus.COMPLETED);
        assertThat(house.failed()).as("jobs that failed").isEmpty();
        assertThat(house.parked())
                .as("parked messages")
                .allSatisfy(event ->
                        assertThat(((MessageParked) event.fact()).service()).isEqualTo(service));
        assertThat(house.notices())
                .as("one notice for each parked message")
                .hasSameSizeAs(house.parked())
                .allSatisfy(notice -> tellsAPerson(notice, "service", "event", "fingerprint", "letter", "runbook"));
        line(service, "every handler dies", "no verdict", house.parked().size() + " x message-parked, replayed");
    }

    @Test
    void aNoticeThatDiesIsParkedAndComesAfterAReplay() {
        House house = new House();
        house.sabotage().answer("sagemaker.create", Optional.of(new Failure(FailureClass.CALLER, CAUSE, "act on it")));
        house.sabotage().crash("notices");
        house.mendAfter(Duration.ofHours(5));

        house.play(Requests::whole);

        assertThat(house.failed()).hasSize(1);
        assertThat(house.parked())
                .singleElement()
                .satisfies(event ->
                        assertThat(((MessageParked) event.fact()).eventName()).isEqualTo("job-failed"));
        assertThat(house.notices()).as("of the job, and of the parked message").hasSize(2);
        line("notices", "every handler dies", "no verdict", "1 x message-parked, replayed");
    }

    @AfterAll
    void printTheTable() {
        table.sort(null);
        System.out.printf("%-10s %-32s %-12s %s%n", "step", "what fails", "class", "ends in");
        table.forEach(System.out::println);
    }

    private void line(String step, String what, String type, String end) {
        table.add("%-10s %-32s %-12s %s".formatted(step, what, type, end));
    }

    private static void tellsAPerson(Notice notice, String... more) {
        assertThat(notice.fields()).containsKeys("job", "cause", "nextAction").containsKeys(more);
        assertThat(notice.fields().values()).noneMatch(String::isBlank);
    }
}
