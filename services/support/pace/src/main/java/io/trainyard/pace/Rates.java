package io.trainyard.pace;

import java.util.HashMap;
import java.util.Map;

/** The rate of every API family; those that are not named have one by their kind. */
public final class Rates {

    /** The family of everything that only looks: Describe and List calls. */
    public static final String DESCRIBE = "Describe";

    private static final String ALL_OTHERS = "*";

    private static final Rate LOOK = new Rate(1, 30);
    private static final Rate CHANGE = new Rate(2, 20);

    private final Map<String, Rate> named;

    private Rates(Map<String, Rate> named) {
        this.named = Map.copyOf(named);
    }

    /** One look a second after 30 at once; of each call that changes something 2 a second after 20 at once. */
    public static Rates defaults() {
        return new Rates(Map.of());
    }

    /**
     * Reads a setting.
     *
     * @param setting such as {@code CreateTrainingJob=1, Describe=0.5/10, *=5}: calls a second and, after the slash, how many at once (4 or a second's worth);
     *     the star is every family without a name of its own
     */
    public static Rates of(String setting) {
        Map<String, Rate> named = new HashMap<>();
        for (String part : setting.split(",")) {
            if (!part.isBlank()) {
                String[] sides = part.strip().split("\\s*=\\s*", 2);
                named.put(sides[0], rate(part.strip(), sides));
            }
        }
        return new Rates(named);
    }

    /** The rate of a family. */
    public Rate rate(String family) {
        Rate usual = named.getOrDefault(ALL_OTHERS, family.equals(DESCRIBE) ? LOOK : CHANGE);
        return named.getOrDefault(family, usual);
    }

    private static Rate rate(String part, String[] sides) {
        try {
            String[] figures = sides[1].split("/", 2);
            double perSecond = Double.parseDouble(figures[0]);
            int burst = figures.length == 2
                    ? Integer.parseInt(figures[1].strip())
                    : (int) Math.max(4, Math.ceil(perSecond));
            return new Rate(perSecond, burst);
        } catch (ArrayIndexOutOfBoundsException | IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "the rate '" + part + "' cannot be read (" + e.getMessage()
                            + "): write FAMILY=CALLS_PER_SECOND or FAMILY=CALLS_PER_SECOND/AT_ONCE, such as CreateTrainingJob=1/5",
                    e);
        }
    }
}
