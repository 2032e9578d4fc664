/** The whole system in one thread: every service's use cases on simulated ports, under one seed and a virtual clock. */
@NullMarked
package io.trainyard.simulation;

import org.jspecify.annotations.NullMarked;
