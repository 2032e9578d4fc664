package io.trainyard.events;

import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The name of every resource made for one attempt: {@code <prefix>-<job>-<step>-<run>-<attempt>}, at most 63 characters,
 * so that from any name every other is found (A8) and a retry never meets a taken name (E7).
 */
public record ResourceName(String prefix, String jobId, String step, int run, int attempt) {

    /** Letters, digits and single hyphens; at most 16 characters. */
    public static final Pattern STEP = Pattern.compile("[a-z](-?[a-z0-9]){0,15}");

    private static final int STEP_LENGTH = 16;
    private static final int COUNTER_DIGITS = 7;
    private static final Pattern PREFIX = Pattern.compile("ty-[a-z0-9]{1,7}");
    private static final Pattern JOB = Pattern.compile("[a-z0-9]{1,26}");
    private static final Pattern NAME =
            Pattern.compile("(ty-[a-z0-9]{1,7})-([a-z0-9]{1,26})-([a-z](?:-?[a-z0-9]){0,15})-([1-9]\\d*)-([1-9]\\d*)");

    public ResourceName {
        Objects.requireNonNull(jobId, "jobId");
        require(PREFIX.matcher(prefix).matches(), "prefix must be ty-<env>, env 1 to 7 letters or digits: " + prefix);
        require(JOB.matcher(jobId).matches(), "a job id has 1 to 26 small letters and digits, no hyphens: " + jobId);
        require(isStep(step), "not a step name: " + step);
        require(run > 0 && attempt > 0, "run and attempt count from 1");
        require(("" + run + attempt).length() <= COUNTER_DIGITS, "run and attempt have more than 7 digits together");
    }

    /** Whether this can be the name of a step. */
    public static boolean isStep(String name) {
        return name.length() <= STEP_LENGTH && STEP.matcher(name).matches();
    }

    /** Reads a name back; empty where it is not one of ours. */
    public static Optional<ResourceName> parse(String name) {
        var match = NAME.matcher(name);
        if (!match.matches() || match.group(4).length() + match.group(5).length() > COUNTER_DIGITS) {
            return Optional.empty();
        }
        return isStep(match.group(3))
                ? Optional.of(new ResourceName(
                        match.group(1),
                        match.group(2),
                        match.group(3),
                        Integer.parseInt(match.group(4)),
                        Integer.parseInt(match.group(5))))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return prefix + "-" + jobId + "-" + step + "-" + run + "-" + attempt;
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
