package io.trainyard.simulation;

import java.util.List;

/** {@code ./trainyard simulate}: one seed with its trace, or many and how often each fault fired. */
public final class Main {

    private static final int INTERRUPTED = 130;

    private Main() {}

    /** @see Options#HELP */
    public static void main(String[] arguments) throws InterruptedException {
        List<String> asked = List.of(arguments);
        if (asked.contains("--help")) {
            System.out.println(Options.HELP);
        } else if (asked.equals(List.of("ladder"))) {
            LadderComparison.print();
        } else {
            System.exit(run(asked));
        }
    }

    private static int run(List<String> asked) throws InterruptedException {
        Options options;
        try {
            options = Options.parse(asked);
        } catch (IllegalArgumentException e) {
            System.err.println("simulate: " + e.getMessage());
            return 2;
        }
        boolean holds = options.seeds() == 1 ? one(options.first()) : many(options);
        return holds ? 0 : 1;
    }

    private static boolean one(long seed) {
        Simulation.Result result = Simulation.run(seed, Odds.HARSH, false, true);
        result.trace().forEach(System.out::println);
        System.out.println(
                result.holds() ? "seed " + seed + ": every rule held" : "seed " + seed + ": " + result.violation());
        return result.holds();
    }

    private static boolean many(Options options) throws InterruptedException {
        var campaign = new Campaign(options, System.out);
        var onInterrupt = new Thread(() -> {
            campaign.stop();
            System.out.flush();
            Runtime.getRuntime().halt(INTERRUPTED);
        });
        Runtime.getRuntime().addShutdownHook(onInterrupt);
        boolean holds = campaign.run();
        if (!campaign.stopped()) {
            Runtime.getRuntime().removeShutdownHook(onInterrupt);
        }
        return holds;
    }
}
