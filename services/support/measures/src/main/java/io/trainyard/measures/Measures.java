package io.trainyard.measures;

import java.util.Map;

/**
 * Where what is measured goes. Never a reason for a message to fail: nothing is thrown, and a value may be lost or, after a kill, told twice.
 */
@FunctionalInterface
public interface Measures {

    /** Measures nothing. */
    Measures NONE = (measure, value, about) -> {};

    /**
     * Takes one value.
     *
     * @param value in the unit of the measure; what is no finite number is left out
     * @param about what else is known of it, such as the job's id: to be searched for, never a metric of its own
     */
    void record(Measure measure, double value, Map<String, String> about);
}
