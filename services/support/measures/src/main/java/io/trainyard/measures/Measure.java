package io.trainyard.measures;

/** What is measured. The dashboard draws each by its name, so that a name never changes its meaning. */
public enum Measure {
    /** From the moment that an event says it happened until a function takes it up for the first time: bus, rule, queue and cold start. */
    HOP_TIME("HopTime", Unit.MILLISECONDS),
    /** A message whose handling failed, or was throttled, and that will come again. */
    MESSAGE_RETRIES("MessageRetries", Unit.COUNT),
    /** A step of a decided run, from its start, where it says so, else its release, until it was done or failed. */
    STEP_DURATION("StepDuration", Unit.SECONDS),
    /** How long a step of a decided run waited for its next try, all its waits together. */
    DELAY("Delay", Unit.SECONDS),
    /** How many attempts a step of a decided run needed after its first. */
    STEP_RETRIES("StepRetries", Unit.COUNT),
    /** What the training of a decided run costs in USD, by the ledger's dated table of on-demand prices; nothing where a type has none. */
    JOB_COST("JobCost", Unit.NONE);

    /** The units of CloudWatch that are used; of money it knows none. */
    enum Unit {
        MILLISECONDS("Milliseconds"),
        SECONDS("Seconds"),
        COUNT("Count"),
        NONE("None");

        private final String word;

        Unit(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }
    }

    private final String metric;
    private final Unit unit;

    Measure(String metric, Unit unit) {
        this.metric = metric;
        this.unit = unit;
    }

    /** The name of the metric in CloudWatch. */
    public String metric() {
        return metric;
    }

    Unit unit() {
        return unit;
    }
}
