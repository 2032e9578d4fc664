package io.trainyard.capacity.app;

import io.trainyard.capacity.domain.Climb;

/** One durable timer per park: it brings the climb's key and round back to the service's own queue, at least once. */
public interface ClimbTimers {

    /** Sets the timer of a parked climb; does nothing where it is set. */
    void set(Climb parked);

    /** Removes the timer of the climb's last park; does nothing where there is none. */
    void remove(Climb climb);
}
