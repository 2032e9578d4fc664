package io.trainyard.local.faults;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** A fault in force: since when, how often it was considered, how often it struck. Guarded by its plan. */
final class SetFault {

    private final Fault fault;
    private final Instant since;
    private final Map<String, Long> draws = new HashMap<>();
    private long considered;
    private long fired;
    private long second;
    private int inSecond;

    SetFault(Fault fault, Instant since, long considered, long fired) {
        this.fault = fault;
        this.since = since;
        this.considered = considered;
        this.fired = fired;
    }

    Fault fault() {
        return fault;
    }

    Instant since() {
        return since;
    }

    long considered() {
        return considered;
    }

    long fired() {
        return fired;
    }

    /**
     * Whether it strikes. Decided by the seed and by how often this very subject came before, so that the order in which
     * threads come changes nothing.
     */
    boolean strikes(FaultKind kind, Occasion occasion, long seed, Instant now) {
        if (fault.kind() != kind
                || !fault.where().matches(occasion)
                || !fault.odds().inForce(since, now)) {
            return false;
        }
        if (isWithinLimit(kind, occasion, now)) {
            return false;
        }
        considered++;
        var nth = draws.merge(occasion.subject(), 1L, Long::sum);
        if (considered <= fault.odds().skip()
                || fault.odds().times().filter(most -> fired >= most).isPresent()
                || Draw.of(seed, fault.id(), occasion.subject(), nth)
                        >= fault.odds().rate()) {
            return false;
        }
        fired++;
        return true;
    }

    /** Whether it strikes whenever this happens, without a draw or a count. */
    boolean stands(FaultKind kind, Occasion occasion, Instant now) {
        return fault.kind() == kind
                && fault.where().matches(occasion)
                && fault.odds().inForce(since, now)
                && fault.odds().always();
    }

    private boolean isWithinLimit(FaultKind kind, Occasion occasion, Instant now) {
        if (kind == FaultKind.THROTTLE) {
            return fault.effect().limit().isPresent()
                    && callsOfThisSecond(now) <= fault.effect().limit().get();
        }
        return (kind == FaultKind.NO_CAPACITY || kind == FaultKind.QUOTA)
                && occasion.used() + Math.max(1, occasion.wanted())
                        <= fault.effect().limit().orElse(0);
    }

    private int callsOfThisSecond(Instant now) {
        if (now.getEpochSecond() != second) {
            second = now.getEpochSecond();
            inSecond = 0;
        }
        return ++inSecond;
    }
}
