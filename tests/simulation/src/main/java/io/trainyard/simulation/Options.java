package io.trainyard.simulation;

import java.util.ArrayDeque;
import java.util.List;

/**
 * What a run was asked for.
 *
 * @param first the first seed
 * @param seeds how many; one alone is told line by line
 */
record Options(long first, long seeds) {

    static final String HELP = """
            Usage: trainyard simulate [SEED [SEEDS]] [--from SEED] [--seeds N] | ladder
            Runs every service in one thread per seed on a virtual clock, while whatever can go wrong does. One seed is told
            line by line; many end with how often each fault fired. Ctrl-C ends early and prints what was done so far.
              --from SEED   the first seed (default 1)
              --seeds N     how many (default 1)
              ladder        two ways to wait for capacity, side by side
            Status 0 where every rule held, 1 where one broke, 2 for arguments that make no sense, 130 after Ctrl-C.""";

    /** @throws IllegalArgumentException naming the argument and the fix */
    static Options parse(List<String> arguments) {
        var left = new ArrayDeque<>(arguments);
        long first = 1;
        long seeds = 1;
        for (int position = 0; !left.isEmpty(); ) {
            String argument = left.remove();
            switch (argument) {
                case "--from" -> first = number(argument, left.poll());
                case "--seeds" -> seeds = number(argument, left.poll());
                default -> {
                    long value = number("SEED", argument);
                    if (position > 1) {
                        throw new IllegalArgumentException(
                                "one argument too many: " + argument + "; --help lists them");
                    }
                    first = position == 0 ? value : first;
                    seeds = position == 1 ? value : seeds;
                    position++;
                }
            }
        }
        if (seeds < 1) {
            throw new IllegalArgumentException("--seeds must be at least 1");
        }
        return new Options(first, seeds);
    }

    private static long number(String name, String value) {
        if (value == null || !value.matches("\\d{1,18}")) {
            throw new IllegalArgumentException(name + " must be a whole number, not '" + value + "'; --help explains");
        }
        return Long.parseLong(value);
    }
}
