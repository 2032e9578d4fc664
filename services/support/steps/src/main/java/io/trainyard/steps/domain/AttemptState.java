package io.trainyard.steps.domain;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** The life of an attempt. Legal changes stand in one table; a row never goes any other way. */
public enum AttemptState {
    /** Somebody with a lease is about to call AWS, or died doing it. */
    CLAIMED,
    /** No slot yet: the message is acknowledged, a timer and whoever frees a slot bring it back. */
    WAITING,
    /** AWS has the resource; its events or a timer tell the rest. */
    LAUNCHED,
    /** The outcome is stored and not yet known to be said. */
    SETTLED,
    /** The outcome is said. */
    SAID,
    /** The run is lost or cancelled: the resource is being stopped until it is confirmed gone. */
    STOPPING,
    /** Nothing of it runs, and nothing of it will be said. */
    STOPPED;

    private static final Map<AttemptState, Set<AttemptState>> LEGAL = new EnumMap<>(Map.of(
            CLAIMED, EnumSet.of(CLAIMED, WAITING, LAUNCHED, SETTLED, SAID, STOPPING, STOPPED),
            WAITING, EnumSet.of(CLAIMED, STOPPING),
            LAUNCHED, EnumSet.of(SETTLED, STOPPING),
            SETTLED, EnumSet.of(SAID),
            SAID, EnumSet.noneOf(AttemptState.class),
            STOPPING, EnumSet.of(STOPPED),
            STOPPED, EnumSet.noneOf(AttemptState.class)));

    public boolean mayBecome(AttemptState next) {
        return LEGAL.get(this).contains(next);
    }

    /** Whether something of it may run that its row still answers for. */
    public boolean open() {
        return this != SAID && this != STOPPED;
    }

    /** Whether a lost or cancelled run still has to stop it. */
    public boolean stoppable() {
        return mayBecome(STOPPING);
    }
}
