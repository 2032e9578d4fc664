package io.trainyard.simulation;

/**
 * How often things go wrong: once in so many times, 0 for never.
 *
 * @param kill a handler dies at a port call
 * @param fail a port call fails
 * @param duplicate a message is delivered twice
 * @param late a message is delivered long after later ones
 * @param loseSageMaker an event of SageMaker is lost
 * @param interleave another message is handled in the middle of a handler
 * @param people somebody cancels a job or takes its endpoint down
 * @param capacity a training job or an endpoint gets no instance
 * @param work a training job or an endpoint fails
 */
record Odds(
        int kill,
        int fail,
        int duplicate,
        int late,
        int loseSageMaker,
        int interleave,
        int people,
        int capacity,
        int work) {

    static final Odds HARSH = new Odds(90, 90, 6, 12, 5, 14, 4, 5, 8);

    static final Odds NONE = new Odds(0, 0, 0, 0, 0, 0, 0, 0, 0);
}
