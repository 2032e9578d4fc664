package io.trainyard.tests.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.Clock;
import java.time.temporal.ChronoUnit;

/** What the figures were measured on. */
final class Machine {

    private final OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private final Clock clock;

    Machine(Clock clock) {
        this.clock = clock;
    }

    String description() {
        return "%s, %d cores, %d GiB, %s %s, JDK %s"
                .formatted(
                        clock.instant().truncatedTo(ChronoUnit.MINUTES),
                        system.getAvailableProcessors(),
                        Math.round(system.getTotalMemorySize() / (double) (1L << 30)),
                        system.getName(),
                        system.getArch(),
                        Runtime.version());
    }

    /** The load average of the last minute: what else runs makes every figure worse. */
    String load() {
        return Figures.number(system.getSystemLoadAverage());
    }
}
