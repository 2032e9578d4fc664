package io.trainyard.simulation;

import io.trainyard.events.Event;
import io.trainyard.events.JobFailed;
import io.trainyard.events.MessageParked;
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
import java.util.function.Function;

/** Every service, the dead-letter desk and the notices, where nothing goes wrong but what a test makes go wrong. */
final class House {

    private static final Duration LONGEST = Duration.ofDays(60);

    private final Stage stage = new Stage(1, Odds.NONE, false);
    private final World world = new World(stage, false);
    private final InMemoryTopic topic = new InMemoryTopic();

    House() {
        var notices = new Notices(
                new InMemoryClaims(),
                topic,
                new Wording("docs/runbooks"),
                stage.clock(),
                Duration.ofSeconds(90),
                () -> "owner");
        world.bus().listen("notices", new Inbox("notices", stage), Hearing::notices, notices::hear);
    }

    Sabotage sabotage() {
        return stage.sabotage();
    }

    /** Plays one job to its end, or until nothing is left to happen. */
    JobRecord play(Function<Instant, Delivered> request) {
        Delivered asked = request.apply(stage.clock().instant());
        world.submit(asked);
        stage.runUntil(stage.clock().instant().plus(LONGEST), () -> {});
        return world.records().records().get(Requests.jobId(asked));
    }

    /** Lets crashed services live again after some hours. */
    void mendAfter(Duration hours) {
        stage.in(hours, "somebody mends what crashes", stage.sabotage()::mend);
    }

    /** Every distinct notice, second copies of one id left out. */
    List<Notice> notices() {
        var byId = new TreeMap<String, Notice>();
        topic.published().forEach(notice -> byId.put(notice.id(), notice));
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
}
