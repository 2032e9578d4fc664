package io.trainyard.simulation;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.trainyard.deadletters.app.InMemoryAudit;
import io.trainyard.deadletters.app.InMemoryLetters;
import io.trainyard.deadletters.app.InMemoryReplays;
import io.trainyard.deadletters.app.ParkMessage;
import io.trainyard.deadletters.app.ReplayLetters;
import io.trainyard.deadletters.app.SendBack;
import io.trainyard.deadletters.app.ServiceQueues;
import io.trainyard.events.Event;
import io.trainyard.events.json.EventCodec;
import io.trainyard.events.json.Json;
import io.trainyard.letters.app.Letters;
import io.trainyard.letters.domain.Arrival;
import io.trainyard.letters.domain.Letter;
import io.trainyard.steps.app.EventBus;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The dead-letter desk, and the person at it: takes in what died, is killed and fails like everybody else, and sends every letter back some
 * time later, once or more.
 */
final class SimulatedDesk implements ServiceQueues {

    static final String NAME = "dead-letters";

    /** After so many failures somebody has mended the desk; its messages are never given up. */
    private static final int TRIES = 5;

    private static final Duration LOOKS = Duration.ofHours(6);
    private static final Duration COMES_BACK = Duration.ofMinutes(3);

    /** A message that was sent back: it is known again where it dies again. */
    private record Replayed(String letter, Runnable handler) implements Runnable {
        @Override
        public void run() {
            handler.run();
        }
    }

    private record Dead(Inbox inbox, String what, Runnable handler) {}

    private final Stage stage;
    private final InMemoryLetters letters = new InMemoryLetters();
    private final ParkMessage park;
    private final ReplayLetters replays;
    private final Map<String, Dead> dead = new HashMap<>();
    private int failures;
    private int messages;
    private int ids;

    SimulatedDesk(Stage stage, SimulatedBus bus, Services services) {
        this.stage = stage;
        Letters ports = services.around(Letters.class, letters, "letters");
        EventBus said = services.around(EventBus.class, bus, "bus");
        ServiceQueues queues = services.around(ServiceQueues.class, this, "queues");
        var here = new ReplayLetters.Surroundings(stage.clock(), () -> "replay-" + ids++);
        this.park = new ParkMessage(ports, said, stage.clock(), Services.PREFIX);
        this.replays = new ReplayLetters(
                ports,
                new InMemoryReplays(letters),
                new InMemoryAudit(),
                new SendBack(ports, queues, said, stage.clock()),
                queues,
                here);
    }

    /** A message has been received for the last time. */
    void dead(Inbox inbox, String what, Runnable handler) {
        boolean known = handler instanceof Replayed;
        Runnable inner = known ? ((Replayed) handler).handler() : handler;
        Optional<String> letter = known ? Optional.of(((Replayed) handler).letter()) : Optional.empty();
        var arrival = new Arrival(inbox.service(), "dead-" + messages++, body(what, inner), Arrival.NO_VERDICT, letter);
        String id = letter.orElse(Letter.idOf(arrival));
        dead.put(id, new Dead(inbox, what, inner));
        takeIn("letter of " + inbox.service(), () -> park(arrival), id);
    }

    /** Everything that ever lay here. */
    Iterable<Letter> letters() {
        return letters.all();
    }

    @Override
    public void send(String service, String body, String letter) {
        Dead message = dead.get(letter);
        message.inbox().sendAgain(message.what(), new Replayed(letter, message.handler()));
    }

    @Override
    public void send(String service, List<Letter> letters) {
        letters.forEach(letter -> send(service, letter.body(), letter.id()));
    }

    @Override
    public void goOn(String replay, Duration delay) {
        throw new IllegalStateException("the person here replays letter by letter");
    }

    private void takeIn(String what, Runnable parking, String id) {
        stage.in(COMES_BACK, "the desk <- " + what, () -> {
            if (done(what, parking)) {
                stage.in(LOOKS, "a person looks at letter " + id, () -> replay(id));
            } else {
                takeIn(what, parking, id);
            }
        });
    }

    private void park(Arrival arrival) {
        if (!park.together(List.of(arrival))) {
            park.park(arrival);
        }
    }

    private void replay(String id) {
        boolean waits = letters.find(id).filter(Letter::parked).isPresent();
        if (waits && !done("replay", () -> replays.letter(id, "somebody"))) {
            stage.in(LOOKS, "a person looks at letter " + id + " again", () -> replay(id));
        }
    }

    private boolean done(String what, Runnable handler) {
        try {
            stage.handle(() -> {
                if (stage.sabotage().kills(NAME, what, handler)) {
                    throw new Killed(what);
                }
                handler.run();
            });
            return true;
        } catch (Killed | RuntimeException gone) {
            stage.note("the desk: " + gone);
            if (++failures % TRIES == 0) {
                stage.sabotage().givenUp(NAME, what);
            }
            return false;
        }
    }

    private static String body(String what, Runnable handler) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        if (handler instanceof SimulatedBus.Handling handling) {
            Event event = handling.event();
            body.put("detail-type", event.name()).put("source", "trainyard.simulation");
            body.set("detail", Json.tree(EventCodec.detail(event)));
        } else {
            body.put("own", what);
        }
        return body.toString();
    }
}
