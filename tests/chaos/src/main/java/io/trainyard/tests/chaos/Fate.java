package io.trainyard.tests.chaos;

/** What is to become of a job. */
enum Fate {
    /** Trained and registered. */
    MODEL(0.50),
    /** Trained, registered and deployed. */
    ENDPOINT(0.25),
    /** Trained on a spot instance and registered. */
    SPOT(0.10),
    /** Cancelled somewhere on its way. */
    CANCELLED(0.05),
    /** Fails in its first run and is resumed. */
    RESUMED(0.05),
    /** Fails, and that is that. */
    FAILED(0.05);

    private final double share;

    Fate(double share) {
        this.share = share;
    }

    double share() {
        return share;
    }
}
