package io.trainyard.tests.mortal;

import java.time.Duration;

/**
 * How often what is killed.
 *
 * @param account zero for never
 * @param function zero for never
 * @param seed decides which function it hits
 */
public record Pace(Duration account, Duration function, long seed) {}
