package io.trainyard.inference.app;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Which job a name led to a moment ago, so that callers who use names are served as fast as others. */
final class CachedNames {

    /** More than the endpoints that can serve; whoever makes names up does not fill the memory. */
    private static final int MOST = 1_000;

    private record Led(String jobId, Instant at) {}

    private final Map<String, Led> last = new ConcurrentHashMap<>();
    private final Clock clock;
    private final Duration fresh;

    CachedNames(Clock clock, Duration fresh) {
        this.clock = clock;
        this.fresh = fresh;
    }

    Optional<String> recent(String name) {
        return Optional.ofNullable(last.get(name))
                .filter(led -> clock.instant().isBefore(led.at().plus(fresh)))
                .map(Led::jobId);
    }

    void remember(String name, String jobId) {
        if (last.size() >= MOST) {
            last.clear();
        }
        last.put(name, new Led(jobId, clock.instant()));
    }
}
