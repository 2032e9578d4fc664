package io.trainyard.simulation;

import io.trainyard.events.Event;
import io.trainyard.events.EventIds;
import io.trainyard.events.JobFailed;
import io.trainyard.events.MessageParked;
import io.trainyard.events.Metadata;
import io.trainyard.events.Unrouted;
import io.trainyard.events.UnroutedFact;
import io.trainyard.events.json.Delivered;
import io.trainyard.ledger.domain.JobRecord;
import io.trainyard.notices.app.InMemoryClaims;
import io.trainyard.notices.app.InMemoryTopic;
import io.trainyard.notices.app.Notices;
import io.trainyard.notices.domain.Notice;
import io.trainyard.notices.domain.Wording;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Every service, the dead-letter desk and the notices, where nothing goes wrong but what a test makes go wrong. */
final class House {

    private static final Duration LONGEST = Duration.ofDays(60);

    private final Stage stage = new Stage(1, Odds.NONE, false);
    private final World world = new World(stage, false);
    private final Invariants invariants = new Invariants(world);
    private final InMemoryTopic topic = new InMemoryTopic();
    private final Delivered request = Requests.everyKind(stage.clock().instant());
    private Predicate<Event> awaited = event -> false;
    private Runnable then = () -> {};

    House() {
        var notices = new Notices(
                new InMemoryClaims(),
                topic,
                new Wording("docs/runbooks"),
                stage.clock(),
                Duration.ofSeconds(90),
                () -> "owner");
        world.bus().listen(new Inbox("notices", stage), Hearing::notices, notices::hear);
    }

    Sabotage sabotage() {
        return stage.sabotage();
    }

    /** Does something as soon as such an event was said, once. */
    void when(Predicate<Event> said, Runnable does) {
        awaited = said;
        then = does;
    }

    /** Says an event of the jobs API about the job. Asked again, it is the same event. */
    void ask(UnroutedFact fact) {
        Instant now = stage.clock().instant();
        String id = EventIds.digest(jobId(), fact.toString());
        world.bus().say(List.of(new Unrouted(new Metadata(id, jobId(), id, id, now, 1), fact)));
    }

    /** Mends what answers wrongly after some hours. */
    void mendAfter(Duration hours) {
        stage.in(hours, () -> "somebody mends it", stage.sabotage()::mend);
    }

    /** Plays a job with a step of every kind until nothing is left to happen, under the rules of the protocol. */
    JobRecord play() {
        world.submit(request);
        boolean open = stage.runUntil(stage.clock().instant().plus(LONGEST), () -> {
            invariants.afterEveryStep();
            if (world.bus().said().stream().anyMatch(awaited)) {
                awaited = event -> false;
                then.run();
            }
        });
        if (open) {
            throw new Violation("something is still on the agenda after 60 days");
        }
        invariants.whenDrained();
        return world.records().records().get(jobId());
    }

    /** Every distinct notice of a failure, second copies of one id left out, and what only tells of a wait. */
    List<Notice> notices() {
        var byId = new TreeMap<String, Notice>();
        topic.published().stream()
                .filter(notice -> !notice.fields().containsKey("nextTryAt"))
                .forEach(notice -> byId.put(notice.id(), notice));
        return List.copyOf(byId.values());
    }

    /** Every distinct event of a kind. */
    List<Event> said(Class<?> fact) {
        var byId = new TreeMap<String, Event>();
        world.bus().said().stream()
                .filter(event -> fact.isInstance(event.fact()))
                .forEach(event -> byId.put(event.metadata().id(), event));
        return List.copyOf(byId.values());
    }

    List<Event> failed() {
        return said(JobFailed.class);
    }

    List<Event> parked() {
        return said(MessageParked.class);
    }

    /** How many records there are. */
    int records() {
        return world.records().records().size();
    }

    private String jobId() {
        return Requests.jobId(request);
    }
}
