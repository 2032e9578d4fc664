package io.trainyard.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.trainyard.endpoints.app.Endpoints;
import io.trainyard.events.EventType;
import io.trainyard.events.Failure;
import io.trainyard.events.FailureClass;
import io.trainyard.events.JobCancelRequested;
import io.trainyard.events.JobCancelled;
import io.trainyard.events.JobFailed;
import io.trainyard.events.MessageParked;
import io.trainyard.events.Releasing;
import io.trainyard.ledger.domain.JobRecord;
import io.trainyard.ledger.domain.JobStatus;
import io.trainyard.models.app.Models;
import io.trainyard.notices.domain.Notice;
import io.trainyard.simulation.Sabotage.Message;
import io.trainyard.wiring.ServiceDescription;
import io.trainyard.wiring.Wiring;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Everything fails the same, once (E10): which services and kinds of steps there are is read from their files; every step is made to fail
 * in every class, to miss its release and to be cancelled, and every kind of message of every service is made to kill its handler. Each
 * time there is one record, one distinct notice that tells a person what to do, and one {@code job-failed}, or {@code message-parked} for
 * what nobody could handle. No failure is silent (E9, A13), polls for ever (AD1) or hides behind a taken name (E7).
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryFailureTest {

    private static final Wiring WIRING = Wiring.load(Path.of("../../services"));
    private static final Set<String> KINDS = WIRING.serviceOfKind().keySet();
    private static final String CAUSE = "SageMaker said no";

    /** How a step is refused for good: the port call, and what it answers instead. */
    private record Refusal(String call, Function<Failure, Object> answer) {}

    /** By kind of step; a probe does nothing that could be refused. */
    private static final Map<String, List<Refusal>> REFUSALS = Map.of(
            "training", List.of(new Refusal("sagemaker.create", Optional::of)),
            "model", List.of(new Refusal("sagemaker.register", Models.Registration.Refused::new)),
            "endpoint",
                    List.of(
                            new Refusal("sagemaker.createConfiguration", Endpoints.Creation.Refused::new),
                            new Refusal("sagemaker.createEndpoint", Endpoints.Creation.Refused::new)),
            "probe", List.of());

    private final List<String> table = new ArrayList<>();

    static Stream<String> kinds() {
        return KINDS.stream();
    }

    static Stream<Arguments> refusals() {
        return KINDS.stream()
                .flatMap(kind -> REFUSALS.getOrDefault(kind, List.of()).stream()
                        .flatMap(refusal ->
                                Stream.of(FailureClass.values()).map(type -> Arguments.of(kind, refusal, type))));
    }

    /** Every kind of message that a service receives in any story, with the first story that brings it. */
    static Stream<Arguments> messages() {
        return deaths().entrySet().stream().map(death -> Arguments.of(death.getKey(), death.getValue()));
    }

    private static Map<Message, Story> deaths() {
        var deaths = new LinkedHashMap<Message, Story>();
        for (Story story : Story.values()) {
            story.messages().forEach(message -> deaths.putIfAbsent(message, story));
        }
        return deaths;
    }

    @Test
    void everyKindOfStepThatAServiceTakesIsRefusedHere() {
        assertThat(REFUSALS.keySet()).as("REFUSALS").isEqualTo(KINDS);
    }

    @Test
    void everyServiceWithAQueueIsKilledHereAndTheOthersAnswerWhoeverAsks() {
        Set<String> killed = deaths().keySet().stream().map(Message::service).collect(Collectors.toSet());

        for (ServiceDescription service : WIRING.services()) {
            if (service.queue().isPresent()) {
                assertThat(killed).as("services that are killed").contains(inbox(service.name()));
            } else {
                assertThat(service.hears()).as(service.name()).isEmpty();
                assertThat(service.routes()).as(service.name()).isNotEmpty();
                line(service.name(), "its call fails", "-", "HTTP 5xx to whoever asked; nothing is in flight");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void aStepThatFailsForGoodIsOneJobFailedOneRecordAndOneNotice(String kind, Refusal refusal, FailureClass type) {
        House house = new House();
        house.sabotage().answer(refusal.call(), refusal.answer().apply(new Failure(type, CAUSE, "act on it")));

        JobRecord record = house.play();

        assertThat(house.parked()).as("parked messages").isEmpty();
        Notice notice = failedOnce(house, record, kind, type);
        assertThat(notice.fields().get("cause")).contains(CAUSE);
        line(kind, refusal.call(), word(type), "job-failed");
    }

    /** An event that no rule matched: only the run's deadline can tell. */
    @ParameterizedTest
    @MethodSource("kinds")
    void aStepThatNeverHearsOfItsReleaseFailsAtTheDeadlineWhereItWasLastSeen(String kind) {
        House house = new House();
        house.sabotage().deafen(kind);

        JobRecord record = house.play();

        assertThat(house.parked()).as("parked messages").isEmpty();
        failedOnce(house, record, kind, FailureClass.PLATFORM);
        line(kind, "its release is lost", "platform", "job-failed at the deadline");
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void aJobThatIsCancelledTwiceInAStepSaysSoOnceAndFailsNot(String kind) {
        House house = new House();
        house.when(event -> event instanceof Releasing releasing && releases(releasing, kind), () -> {
            house.ask(new JobCancelRequested(1, "ann"));
            house.ask(new JobCancelRequested(1, "ann"));
        });

        JobRecord record = house.play();

        assertThat(house.records()).as("records").isEqualTo(1);
        assertThat(record.status()).isEqualTo(JobStatus.CANCELLED);
        assertThat(house.said(JobCancelled.class)).hasSize(1);
        assertThat(house.failed()).isEmpty();
        assertThat(house.notices()).as("nobody has to act on it").isEmpty();
        line(kind, "it is cancelled, twice", "-", "job-cancelled");
    }

    @ParameterizedTest
    @MethodSource("messages")
    void aMessageThatKillsItsHandlerIsParkedOnceAndTheJobGoesOnAfterAReplay(Message message, Story story) {
        House well = new House();
        story.prepare(well);
        JobRecord otherwise = well.play();
        House house = new House();
        story.prepare(house);
        house.sabotage().deadly(message);

        JobRecord record = house.play();

        assertThat(house.records()).as("records").isEqualTo(1);
        assertThat(record.status()).as("it ends as it would have ended").isEqualTo(otherwise.status());
        assertThat(house.failed()).as("jobs that failed").hasSameSizeAs(well.failed());
        int more = isAnnounced(message) ? 1 : 0;
        assertThat(house.parked()).as("parked messages").hasSize(well.parked().size() + more);
        if (more == 1) {
            assertThat(house.parked())
                    .extracting(event -> ((MessageParked) event.fact()).service())
                    .contains(message.service());
        }
        assertThat(house.notices())
                .as("one notice for each failed job and each parked message")
                .hasSize(house.parked().size() + house.failed().size())
                .allSatisfy(notice -> tellsAPerson(notice, "class", "step", "runbook"));
        line(
                message.service(),
                "its handler dies on " + message.name(),
                "no verdict",
                end(message) + ", " + record.status());
    }

    @AfterAll
    void printTheTable() {
        table.sort(null);
        System.out.printf("%-13s %-48s %-10s %s%n", "step", "what fails", "class", "ends in");
        table.forEach(System.out::println);
        System.out.printf("%d ways to fail%n", table.size());
    }

    private Notice failedOnce(House house, JobRecord record, String kind, FailureClass type) {
        assertThat(house.records()).as("records").isEqualTo(1);
        assertThat(record.status()).isEqualTo(JobStatus.ERROR);
        assertThat(house.failed()).hasSize(1);
        var failed = (JobFailed) house.failed().getFirst().fact();
        assertThat(kindOf(failed.step(), record)).as("the step that failed").isEqualTo(kind);
        assertThat(failed.failure().type()).isEqualTo(type);
        assertThat(house.notices()).as("notices").hasSize(1);
        Notice notice = house.notices().getFirst();
        tellsAPerson(notice, "step", "class", "runbook");
        assertThat(notice.fields()).containsEntry("step", failed.step()).containsEntry("class", word(type));
        return notice;
    }

    private static String kindOf(String step, JobRecord record) {
        return record.steps().stream()
                .filter(state -> state.step().equals(step))
                .map(state -> state.kind())
                .findFirst()
                .orElse("there is no step " + step);
    }

    private static String end(Message message) {
        if (message.service().equals(SimulatedDesk.NAME)) {
            return "it stays where it lies until the desk lives again";
        }
        return isAnnounced(message)
                ? "message-parked, replayed"
                : "parked, not announced (that would not end), replayed";
    }

    /** What the desk does itself is not lost where it lies, and what tells of parked messages is never announced. */
    private static boolean isAnnounced(Message message) {
        return !message.service().equals(SimulatedDesk.NAME)
                && !message.name().equals(EventType.MESSAGE_PARKED.eventName())
                && !message.name().equals(EventType.MESSAGE_UNPARKED.eventName());
    }

    private static boolean releases(Releasing event, String kind) {
        return event.route().next().stream().anyMatch(next -> next.kind().equals(kind));
    }

    /** Here the inbox of a launching service is called after its kind. */
    private static String inbox(String service) {
        return WIRING.serviceOfKind().entrySet().stream()
                .filter(kind -> kind.getValue().equals(service))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(service);
    }

    private void line(String step, String what, String type, String end) {
        table.add("%-13s %-48s %-10s %s".formatted(step, what, type, end));
    }

    private static String word(FailureClass type) {
        return type.name().toLowerCase(Locale.ROOT);
    }

    private static void tellsAPerson(Notice notice, String... more) {
        assertThat(notice.fields()).containsKeys("job", "cause", "nextAction").containsKeys(more);
        assertThat(notice.fields().values()).noneMatch(String::isBlank);
    }
}
