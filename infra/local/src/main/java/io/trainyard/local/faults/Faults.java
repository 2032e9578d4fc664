package io.trainyard.local.faults;

import java.time.Duration;
import java.util.Optional;

/** What goes wrong now; asked by every part of the account where AWS may fail. Called from many threads at once. */
public interface Faults {

    /** The fault that strikes on this occasion; empty where all goes well. Asking is what makes it count as fired. */
    Optional<Fault> on(FaultKind kind, Occasion occasion);

    /**
     * The fault that strikes on every such occasion as long as it is in force: a limit that can be told beforehand. Asking does not make
     * it count as fired.
     */
    Optional<Fault> standing(FaultKind kind, Occasion occasion);

    /** Waits as long as a fault asks for, and no longer than it is in force. */
    void hold(Fault fault, Duration standard);

    /** Whether the fault is still set. */
    boolean isSet(Fault fault);

    /** An account in which nothing goes wrong on purpose. */
    static Faults none() {
        return new Faults() {
            @Override
            public Optional<Fault> on(FaultKind kind, Occasion occasion) {
                return Optional.empty();
            }

            @Override
            public Optional<Fault> standing(FaultKind kind, Occasion occasion) {
                return Optional.empty();
            }

            @Override
            public void hold(Fault fault, Duration standard) {
                // Nothing holds where nothing is wrong.
            }

            @Override
            public boolean isSet(Fault fault) {
                return false;
            }
        };
    }
}
