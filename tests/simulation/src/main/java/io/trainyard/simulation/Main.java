package io.trainyard.simulation;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;

/** Runs many seeds and prints how often each fault fired; or one seed alone with its trace. */
public final class Main {

    private Main() {}

    /** {@code [first-seed [number-of-seeds]]}, or {@code ladder}; with one seed the trace is printed. Exit status 1 where a rule broke. */
    public static void main(String[] arguments) {
        if (List.of(arguments).equals(List.of("ladder"))) {
            LadderComparison.print();
            return;
        }
        if (arguments.length > 2 || !Arrays.stream(arguments).allMatch(argument -> argument.matches("\\d{1,18}"))) {
            System.err.println(
                    "Usage: trainyard simulate [FIRST-SEED [SEEDS]] | ladder   (default: seed 1 alone, with its trace;"
                            + " ladder: two ways to wait for capacity, side by side)");
            System.exit(2);
        }
        long first = arguments.length > 0 ? Long.parseLong(arguments[0]) : 1;
        long seeds = arguments.length > 1 ? Long.parseLong(arguments[1]) : 1;
        boolean holds = seeds == 1 ? one(first) : many(first, seeds);
        System.exit(holds ? 0 : 1);
    }

    private static boolean one(long seed) {
        Simulation.Result result = Simulation.run(seed, Odds.HARSH, false, true);
        result.trace().forEach(System.out::println);
        System.out.println(
                result.holds() ? "seed " + seed + ": every rule held" : "seed " + seed + ": " + result.violation());
        return result.holds();
    }

    private static boolean many(long first, long seeds) {
        long start = System.nanoTime();
        Map<Fault, Long> fired = new EnumMap<>(Fault.class);
        var broken = new AtomicLong();
        var handled = new AtomicLong();
        LongStream.range(first, first + seeds).parallel().forEach(seed -> {
            Simulation.Result result = Simulation.run(seed, Odds.HARSH, false, false);
            handled.addAndGet(result.handled());
            synchronized (fired) {
                result.fired().forEach((fault, times) -> fired.merge(fault, (long) times, Long::sum));
                if (!result.holds() && broken.incrementAndGet() <= 20) {
                    System.out.println("seed " + seed + ": " + result.violation());
                }
            }
        });
        double seconds = (System.nanoTime() - start) / 1e9;
        for (Fault fault : Fault.values()) {
            System.out.printf("%-24s %,12d%n", fault, fired.getOrDefault(fault, 0L));
        }
        System.out.printf(
                "%,d seeds, %,d messages handled, %d violations, %.1f s%n",
                seeds, handled.get(), broken.get(), seconds);
        return broken.get() == 0;
    }
}
