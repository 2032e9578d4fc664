package io.trainyard.steps.app;

import io.trainyard.steps.domain.Attempt;
import io.trainyard.steps.domain.AttemptState;
import io.trainyard.steps.domain.Outcome;

/** Stores how an attempt ended, then says it, then marks it said. A result of a stopped attempt is recorded and never said. */
final class SettleStep {

    private final StepWork work;
    private final StepStores stores;
    private final StopSteps stop;

    SettleStep(StepWork work, StepStores stores, StopSteps stop) {
        this.work = work;
        this.stores = stores;
        this.stop = stop;
    }

    /** @param read the row as it was read, in any state */
    void settle(Attempt read, Outcome outcome) {
        switch (read.state()) {
            case CLAIMED, LAUNCHED -> {
                var stored = work.settle(stores.attempts(), read, read.settled(outcome));
                stored.ifPresentOrElse(this::say, () -> again(read, outcome));
            }
            case SETTLED -> say(read);
            case STOPPING -> stop.stop(read);
            case WAITING, SAID, STOPPED -> {
                // Nothing of it runs, or its end is known: a late copy.
            }
        }
    }

    /** Says a stored outcome, unless something has to be cleaned up first; the row's timer comes back to that. */
    void say(Attempt settled) {
        if (stillArriving(settled) || !work.clean(settled)) {
            return;
        }
        stores.say(settled, settled.outcome().orElseThrow());
        stores.attempts().replace(settled, settled.as(AttemptState.SAID));
        stores.timers().remove(settled.key());
    }

    /** The owner of a claim has the answer to its only call: an end that came before the answer waits no longer for the lease. */
    void answered(Attempt owned) {
        stores.attempts()
                .find(owned.key())
                .filter(now -> now.state() == AttemptState.SETTLED)
                .filter(now -> now.lease().owner().equals(owned.lease().owner()))
                .filter(now -> stores.attempts().replace(now, now.answered()))
                .ifPresent(now -> say(now.answered()));
    }

    /** The next attempt may go out as soon as it is said, so nothing of this one may arrive after it. The timer comes back to it. */
    private boolean stillArriving(Attempt settled) {
        return settled.outcome().orElseThrow() instanceof Outcome.Deferred
                && stores.clock()
                        .instant()
                        .isBefore(settled.lease().until().plus(stores.settings().callTimeout()));
    }

    private void again(Attempt stale, Outcome outcome) {
        Attempt now = stores.attempts().find(stale.key()).orElseThrow();
        if (now.version() == stale.version()) {
            throw new LeaseHeld(stale.key() + " could not be settled just now");
        }
        settle(now, outcome);
    }
}
