package io.trainyard.tests.soak;

import java.time.Duration;

/**
 * How often what is killed.
 *
 * @param account zero for never
 * @param function zero for never
 * @param seed decides which function it hits
 */
record Pace(Duration account, Duration function, long seed) {}
