package io.trainyard.simulation;

import io.trainyard.pace.NoToken;
import io.trainyard.steps.app.LeaseHeld;
import java.time.Duration;
import java.util.function.Supplier;

/** A service's queue and function: at least once, in any order, with a last receive after which a person has to look. */
final class Inbox {

    private static final Duration VISIBILITY = Duration.ofSeconds(180);
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final Duration LATE = Duration.ofHours(3);
    private static final Duration REPLAY = Duration.ofHours(6);
    private static final int RECEIVES = 5;

    private final String service;
    private final Stage stage;

    Inbox(String service, Stage stage) {
        this.service = service;
        this.stage = stage;
    }

    /** A message on its way: sometimes late, sometimes twice. */
    void send(Supplier<String> what, Runnable handler) {
        send(what, handler, Duration.ZERO);
    }

    void send(Supplier<String> what, Runnable handler, Duration delay) {
        if (stage.sabotage().isDeaf(service)) {
            return;
        }
        int copies = 1;
        if (stage.strikes(Fault.DUPLICATED)) {
            copies = 2;
        }
        for (int i = 0; i < copies; i++) {
            boolean late = stage.strikes(Fault.LATE);
            receive(what, handler, 1, delay.plus(stage.chance().upTo(late ? LATE : SOON)));
        }
    }

    /** A message that is there at once, in the middle of whatever runs. */
    void receiveNow(Supplier<String> what, Runnable handler) {
        stage.note(() -> service + " <- " + what.get() + " (at once)");
        attempt(what, handler, 1);
    }

    private void receive(Supplier<String> what, Runnable handler, int count, Duration delay) {
        stage.in(
                delay,
                () -> service + " <- " + what.get() + " (receive " + count + ")",
                () -> attempt(what, handler, count));
    }

    private void attempt(Supplier<String> what, Runnable handler, int count) {
        try {
            stage.handle(() -> runUnlessCrashing(what, handler));
        } catch (LeaseHeld held) {
            stage.note(() -> "held: " + held.getMessage());
            receive(what, handler, Math.min(count + 1, RECEIVES), VISIBILITY);
        } catch (NoToken turn) {
            // Sent again as a new message: its receives are forgotten.
            stage.count(Fault.WAITED_FOR_A_TOKEN);
            receive(what, handler, 1, turn.delay());
        } catch (Killed | RuntimeException gone) {
            stage.note(() -> "comes again: " + gone);
            again(what, handler, count);
        }
    }

    private void runUnlessCrashing(Supplier<String> what, Runnable handler) {
        if (stage.sabotage().kills(service, what, handler)) {
            throw new Killed(what.get());
        }
        if (stage.isDown(service)) {
            throw new IllegalStateException(service + " is down");
        }
        handler.run();
    }

    private void again(Supplier<String> what, Runnable handler, int count) {
        if (count < RECEIVES) {
            receive(what, handler, count + 1, VISIBILITY);
            return;
        }
        stage.sabotage().givenUp(service, what.get());
        stage.count(Fault.PARKED);
        stage.deadLetters()
                .ifPresentOrElse(
                        desk -> desk.dead(this, what, handler),
                        () -> receive(() -> what.get() + ", replayed", handler, 1, REPLAY));
    }

    String service() {
        return service;
    }

    /** What died comes back, as the desk sent it. */
    void sendAgain(Supplier<String> what, Runnable handler) {
        send(() -> what.get() + ", sent again", handler);
    }
}
