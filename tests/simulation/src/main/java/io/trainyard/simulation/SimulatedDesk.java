package io.trainyard.simulation;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.trainyard.deadletters.app.InMemoryAudit;
import io.trainyard.deadletters.app.InMemoryLetters;
import io.trainyard.deadletters.app.InMemoryReplays;
import io.trainyard.deadletters.app.MendLetter;
import io.trainyard.deadletters.app.ParkMessage;
import io.trainyard.deadletters.app.ReplayLetters;
import io.trainyard.deadletters.app.SendBack;
import io.trainyard.deadletters.app.ServiceQueues;
import io.trainyard.letters.app.Letters;
import io.trainyard.letters.domain.Arrival;
import io.trainyard.letters.domain.Contents;
import io.trainyard.letters.domain.Letter;
import io.trainyard.steps.app.EventBus;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The dead-letter desk, and the person at it: takes in what died, is killed and fails like everybody else, and sends every letter back some
 * time later, alone or with all others, once or more; or gives it up where that can be.
 */
final class SimulatedDesk implements ServiceQueues {

    static final String NAME = "dead-letters";

    /** After so many failures somebody has mended the desk; its messages are never given up. */
    private static final int TRIES = 5;

    private static final Duration LOOKS = Duration.ofHours(6);
    private static final Duration WEEK = Duration.ofDays(7);
    private static final Duration COMES_BACK = Duration.ofMinutes(3);
    private static final int HANDFUL = 5;

    private record Dead(Inbox inbox, Supplier<String> what, Runnable handler) {}

    private final Stage stage;
    private final InMemoryLetters letters = new InMemoryLetters();
    private final ParkMessage park;
    private final ReplayLetters replays;
    private final MendLetter mend;
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
        var audit = new InMemoryAudit();
        var sendBack = new SendBack(ports, queues, said, stage.clock());
        this.park = new ParkMessage(ports, said, stage.clock(), Services.PREFIX);
        this.replays = new ReplayLetters(ports, new InMemoryReplays(letters), audit, sendBack, queues, here);
        this.mend = new MendLetter(ports, sendBack, (service, body) -> List.of(), audit, stage.clock());
    }

    /** A message has been received for the last time. */
    void dead(Inbox inbox, Supplier<String> what, Runnable handler) {
        Optional<String> letter = handler instanceof Returned known ? Optional.of(known.letter()) : Optional.empty();
        Runnable first = handler instanceof Returned known ? known.first() : handler;
        var arrival = new Arrival(inbox.service(), "dead-" + messages++, body(what, first), Arrival.NO_VERDICT, letter);
        String id = letter.orElse(Letter.idOf(arrival));
        dead.put(id, new Dead(inbox, what, first));
        takeIn("letter of " + inbox.service(), () -> park(arrival), id);
    }

    /** Everything that ever lay here. */
    Iterable<Letter> letters() {
        return letters.all();
    }

    @Override
    public void send(String service, String body, String letter) {
        Dead message = dead.get(letter);
        boolean givenUp = Contents.of(body).event().equals("discard");
        Runnable handler = givenUp ? ((Posting) message.handler()).givenUp().orElseThrow() : message.handler();
        message.inbox().sendAgain(message.what(), new Returned(letter, message.handler(), handler));
    }

    @Override
    public void send(String service, List<Letter> letters) {
        letters.forEach(letter -> send(service, letter.body(), letter.id()));
    }

    @Override
    public void goOn(String replay, Duration delay) {
        stage.in(delay, () -> "the desk goes on with " + replay, () -> {
            if (!done("go on", () -> replays.goOn(replay))) {
                goOn(replay, COMES_BACK);
            }
        });
    }

    private void takeIn(String what, Runnable parking, String id) {
        stage.in(COMES_BACK, () -> "the desk <- " + what, () -> {
            if (done(what, parking)) {
                boolean late = stage.strikes(Fault.REPLAYED_A_WEEK_LATER);
                stage.in(late ? WEEK : LOOKS, () -> "a person looks at letter " + id, () -> look(id));
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

    private void look(String id) {
        boolean waits = letters.find(id).filter(Letter::parked).isPresent();
        if (waits && !done("replay", () -> decide(id))) {
            stage.in(LOOKS, () -> "a person looks at letter " + id + " again", () -> look(id));
        }
    }

    private void decide(String id) {
        if (canBeGivenUp(id) && stage.draws(Fault.DISCARDED)) {
            stage.count(Fault.DISCARDED);
            mend.discard(id, "nobody needs it", "somebody");
        } else if (stage.strikes(Fault.REPLAYED_TOGETHER)) {
            replays.all("somebody", HANDFUL);
        } else {
            stage.count(Fault.REPLAYED);
            replays.letter(id, "somebody");
        }
        if (letters.find(id).orElseThrow().parked()) {
            stage.in(LOOKS, () -> "a person looks at letter " + id + " once more", () -> look(id));
        }
    }

    private boolean canBeGivenUp(String id) {
        return dead.get(id).handler() instanceof Posting posting
                && posting.givenUp().isPresent()
                && Contents.of(posting.body()).discardable();
    }

    private boolean done(String what, Runnable handler) {
        try {
            stage.handle(() -> {
                if (stage.sabotage().kills(NAME, () -> what, handler)) {
                    throw new Killed(what);
                }
                handler.run();
            });
            return true;
        } catch (Killed | RuntimeException gone) {
            stage.note(() -> "the desk: " + gone);
            if (++failures % TRIES == 0) {
                stage.sabotage().givenUp(NAME, what);
            }
            return false;
        }
    }

    private static String body(Supplier<String> what, Runnable handler) {
        return handler instanceof Posting posting
                ? posting.body()
                : JsonNodeFactory.instance.objectNode().put("own", what.get()).toString();
    }
}
