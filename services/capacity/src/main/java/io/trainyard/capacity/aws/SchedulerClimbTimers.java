package io.trainyard.capacity.aws;

import io.trainyard.capacity.app.ClimbTimers;
import io.trainyard.capacity.domain.Climb;
import io.trainyard.capacity.domain.ClimbKey;
import io.trainyard.events.ResourceName;
import io.trainyard.events.json.Json;
import io.trainyard.lambda.Timers;
import java.util.Map;
import java.util.Objects;

/** Parks as one-time schedules, each named after the attempt that got no instance. */
final class SchedulerClimbTimers implements ClimbTimers {

    /** The field of capacity's message to itself. */
    static final String FIELD = "park";

    /** Which park is over. */
    record Park(ClimbKey key, int round) {}

    private final Timers timers;
    private final String prefix;

    SchedulerClimbTimers(Timers timers, String prefix) {
        this.timers = timers;
        this.prefix = prefix;
    }

    @Override
    public void set(Climb parked) {
        String body = Json.write(Map.of(FIELD, new Park(parked.key(), parked.round())));
        timers.once(name(parked), Objects.requireNonNull(parked.wakeAt()), body);
    }

    @Override
    public void remove(Climb climb) {
        timers.remove(name(climb));
    }

    /** A resource's name and one letter: 64 characters at most, as schedules allow, and no other timer's name. */
    private String name(Climb climb) {
        ClimbKey key = climb.key();
        return new ResourceName(
                        prefix, key.jobId(), key.step(), key.run(), climb.last().attempt())
                + "p";
    }
}
