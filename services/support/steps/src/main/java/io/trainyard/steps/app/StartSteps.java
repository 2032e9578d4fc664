package io.trainyard.steps.app;

import io.trainyard.events.Failure;
import io.trainyard.events.FailureClass;
import io.trainyard.events.Releasing;
import io.trainyard.events.route.Release;
import io.trainyard.pace.NoToken;
import io.trainyard.steps.domain.Attempt;
import io.trainyard.steps.domain.AttemptKey;
import io.trainyard.steps.domain.AttemptState;
import io.trainyard.steps.domain.Cause;
import io.trainyard.steps.domain.Lease;
import io.trainyard.steps.domain.Outcome;
import io.trainyard.steps.domain.StepSettings;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Starts the steps that an event releases. Claim, then read the tombstone, then set the timer, then call AWS, then write
 * {@code launched}: in this order a kill, a duplicate or a cancel at any point leaves nothing doubled and nothing forgotten. The token
 * for the call comes before the claim, so that no lease runs out while a step waits for one.
 */
final class StartSteps {

    private final StepWork work;
    private final StepStores stores;
    private final Clock clock;
    private final Supplier<String> owners;
    private final SettleStep settle;
    private final StopSteps stop;
    private final TokenWait wait;

    StartSteps(StepWork work, StepStores stores, Supplier<String> owners, SettleStep settle, StopSteps stop) {
        this.work = work;
        this.stores = stores;
        this.clock = stores.clock();
        this.owners = owners;
        this.settle = settle;
        this.stop = stop;
        this.wait = new TokenWait(stores);
    }

    void start(Releasing event) {
        for (Release release : event.route().next()) {
            if (release.kind().equals(work.kind())) {
                start(event, release);
            }
        }
    }

    /** Fails the steps of a release that a person has given up, as far as none of them has a row. */
    void discard(Releasing event, String reason, String by) {
        var failure = new Failure(
                FailureClass.OURS,
                "a message that nobody could handle was given up by " + by + ": " + reason,
                "Mend what stood in the message's way, then resume the job.");
        var position = event.route().position();
        for (Release release : event.route().next()) {
            var key = new AttemptKey(event.metadata().jobId(), position.run(), release.step(), release.attempt());
            Attempt fresh = Attempt.claimed(key, position, release, Cause.of(event.metadata()), lease());
            if (release.kind().equals(work.kind())) {
                Attempt closed = work.givenUp(fresh, failure)
                        .map(fresh::settled)
                        .orElseGet(() -> fresh.as(AttemptState.STOPPED));
                giveUp(closed);
            }
        }
    }

    private void giveUp(Attempt closed) {
        stores.attempts().create(closed);
        Attempt row = stores.attempts().find(closed.key()).orElseThrow();
        switch (row.state()) {
            case SETTLED -> {
                stores.setTimer(row);
                settle.say(row);
            }
            // Perhaps launched, perhaps said: not to be given up. Its message is gone, so a timer has to bring it on.
            case CLAIMED -> stores.setTimer(row);
            case WAITING, LAUNCHED, STOPPING, SAID, STOPPED -> {
                // Its timer, SageMaker or whoever frees a slot brings it on, or nothing has to.
            }
        }
    }

    private void start(Releasing event, Release release) {
        var position = event.route().position();
        var key = new AttemptKey(event.metadata().jobId(), position.run(), release.step(), release.attempt());
        if (!clock.instant().isBefore(position.until())) {
            stores.attempts().find(key).ifPresent(this::close);
            return;
        }
        Optional<Attempt> there =
                work.creates().flatMap(call -> stores.attempts().find(key));
        if (there.isPresent()) {
            goOn(there.get());
            return;
        }
        Attempt fresh = Attempt.claimed(key, position, release, Cause.of(event.metadata()), lease());
        Outcome known = knownFromOlderRun(fresh).orElse(null);
        takeToken(fresh, known, event.metadata().occurredAt());
        if (stores.attempts().create(fresh)) {
            launchUnlessBuried(fresh, known);
        } else {
            stores.attempts().find(key).ifPresent(this::goOn);
        }
    }

    /** A release that came before: does what its row still needs. */
    private void goOn(Attempt row) {
        switch (row.state()) {
            case CLAIMED -> again(row);
            case SETTLED -> settle.say(row);
            case STOPPING -> stop.stop(row);
            case WAITING, LAUNCHED, SAID, STOPPED -> {
                // Its timer, SageMaker or whoever frees a slot brings it on: the message has done its work.
            }
        }
    }

    /** Past its deadline nothing is begun: a row that was left behind, perhaps before its timer was set, is stopped. */
    private void close(Attempt row) {
        if (row.state().stoppable()) {
            stop.halt(row);
        } else {
            goOn(row);
        }
    }

    /** Takes a waiting row, or a claim whose owner is gone, and launches it. */
    void again(Attempt row) {
        if (row.state() == AttemptState.CLAIMED && row.lease().liveAt(clock.instant())) {
            throw new LeaseHeld(
                    row.key() + " is being launched until " + row.lease().until());
        }
        Outcome known = knownFromOlderRun(row).orElse(null);
        takeToken(row, known, clock.instant());
        Attempt mine = row.claimedBy(lease());
        if (!stores.attempts().replace(row, mine)) {
            throw new LeaseHeld(row.key() + " has just been taken by another handler");
        }
        if (stores.attempts().buried(row.key().jobId(), row.key().run())) {
            stop.halt(mine);
            return;
        }
        launch(mine, row.state() == AttemptState.WAITING, known);
    }

    /** Nothing is called for a lost run, nor for work that an older run has done: neither waits for its turn. */
    private void takeToken(Attempt wanted, @Nullable Outcome known, Instant since) {
        Optional<String> family = work.creates();
        if (family.isEmpty() || known != null) {
            return;
        }
        try {
            stores.pace().take(family.get(), wanted.position().caller());
        } catch (NoToken turn) {
            if (!stores.attempts().buried(wanted.key().jobId(), wanted.key().run())) {
                wait.tell(wanted, family.get(), since, turn);
                throw turn;
            }
        }
    }

    private void launchUnlessBuried(Attempt fresh, @Nullable Outcome known) {
        if (!stores.attempts().buried(fresh.key().jobId(), fresh.key().run())) {
            launch(fresh, true, known);
            return;
        }
        // The row is new and the lease ours, so nothing can have been created under its name.
        if (!stores.attempts().replace(fresh, fresh.as(AttemptState.STOPPED))) {
            stop.resume(fresh.key());
        }
    }

    /**
     * @param sole whether no earlier owner of the claim can still have a call on its way
     * @param known what an older run made of the same work
     */
    private void launch(Attempt mine, boolean sole, @Nullable Outcome known) {
        if (known != null) {
            settle.settle(mine, known);
            return;
        }
        if (work.paid()) {
            stores.setTimer(mine);
        }
        Launch launch = work.launch(mine);
        Attempt done = sole ? mine.released() : mine;
        switch (launch) {
            case Launch.Launched launched -> {
                stores.say(mine, launched.started());
                become(done, AttemptState.LAUNCHED);
            }
            case Launch.Ended ended when work.paid() -> settle.settle(done, ended.outcome());
            case Launch.Ended ended -> {
                stores.say(mine, ended.outcome());
                stores.attempts().replace(mine, mine.said(ended.outcome()));
            }
            case Launch.Waits waits -> {
                stores.say(mine, waits.delay());
                become(done, AttemptState.WAITING);
            }
        }
    }

    private void become(Attempt mine, AttemptState next) {
        if (!stores.attempts().replace(mine, mine.as(next))) {
            stop.resume(mine.key());
            if (mine.lease().isEnded()) {
                settle.answered(mine);
            }
        }
    }

    private Optional<Outcome> knownFromOlderRun(Attempt mine) {
        if (mine.key().run() == 1) {
            return Optional.empty();
        }
        String content = mine.contentHash();
        return stores.attempts().ofJob(mine.key().jobId()).stream()
                .filter(older -> older.key().run() < mine.key().run())
                .filter(older -> older.key().step().equals(mine.key().step()))
                .filter(older -> older.state() == AttemptState.SETTLED || older.state() == AttemptState.SAID)
                .filter(older -> older.contentHash().equals(content) && work.reusable(older))
                .max(Comparator.comparingInt(older -> older.key().run()))
                .flatMap(Attempt::outcome)
                .map(Outcome.Succeeded.class::cast)
                .map(older -> work.adopt(mine, older));
    }

    private Lease lease() {
        Instant until = clock.instant().plus(settings().lease());
        return new Lease(owners.get(), until);
    }

    private StepSettings settings() {
        return stores.settings();
    }
}
