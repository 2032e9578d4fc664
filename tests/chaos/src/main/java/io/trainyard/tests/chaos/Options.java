package io.trainyard.tests.chaos;

import io.trainyard.tests.mortal.Pace;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/**
 * What a run was asked for.
 *
 * @param least how often each fault class must have fired
 * @param limit when the run gives up on what has not ended
 * @param settings of the services, beyond the run's own
 */
record Options(
        int jobs,
        long seed,
        Duration functionEvery,
        Duration accountEvery,
        int least,
        Duration limit,
        boolean keep,
        List<String> settings) {

    static final String HELP = """
            Runs jobs in an account of its own in a temporary folder while functions and the account are killed and AWS
            misbehaves, and says in one line what was lost, doubled, stuck or orphaned. Status 0 where nothing was.
              --jobs N              how many jobs (default 300)
              --seed S              what jobs and faults are drawn from (default 1)
              --function-every T    kill -9 a random function this often (default 2s)
              --account-every T     kill -9 the account this often (default 30s)
              --least N             fail where a fault class fired less often (default 5)
              --limit T             give up on what has not ended after this long (default 10m)
              --set NAME=VALUE      a setting of the services; repeatable
              --keep                leave the account's folder behind and say where it is""";

    /** How often what is killed. */
    Pace pace() {
        return new Pace(accountEvery, functionEvery, seed);
    }

    static Options standard() {
        return new Options(
                300, 1, Duration.ofSeconds(2), Duration.ofSeconds(30), 5, Duration.ofMinutes(10), false, List.of());
    }

    /** @throws IllegalArgumentException naming the argument and the fix */
    static Options parse(List<String> arguments) {
        var left = new ArrayDeque<>(arguments);
        var options = standard();
        while (!left.isEmpty()) {
            String name = left.remove();
            if (name.equals("--keep")) {
                options = new Options(
                        options.jobs,
                        options.seed,
                        options.functionEvery,
                        options.accountEvery,
                        options.least,
                        options.limit,
                        true,
                        options.settings);
                continue;
            }
            if (!HELP.contains("  " + name + " ")) {
                throw new IllegalArgumentException("unknown argument " + name + "; --help lists them");
            }
            if (left.isEmpty()) {
                throw new IllegalArgumentException(name + " needs a value");
            }
            options = options.with(name, left.remove());
        }
        return options;
    }

    private Options with(String name, String value) {
        int number = List.of("--jobs", "--least").contains(name) ? (int) number(name, value) : 0;
        var more = new ArrayList<>(settings);
        if (name.equals("--set")) {
            more.add(value);
        }
        return new Options(
                name.equals("--jobs") ? number : jobs,
                name.equals("--seed") ? number(name, value) : seed,
                name.equals("--function-every") ? time(name, value) : functionEvery,
                name.equals("--account-every") ? time(name, value) : accountEvery,
                name.equals("--least") ? number : least,
                name.equals("--limit") ? time(name, value) : limit,
                keep,
                List.copyOf(more));
    }

    private static long number(String name, String value) {
        if (!value.matches("\\d{1,9}")) {
            throw new IllegalArgumentException(name + " must be a whole number, not '" + value + "'");
        }
        return Long.parseLong(value);
    }

    private static Duration time(String name, String value) {
        if (!value.matches("\\d{1,6}(s|m)")) {
            throw new IllegalArgumentException(name + " must be a time such as 30s or 10m, not '" + value + "'");
        }
        long count = Long.parseLong(value.substring(0, value.length() - 1));
        return value.endsWith("m") ? Duration.ofMinutes(count) : Duration.ofSeconds(count);
    }
}
