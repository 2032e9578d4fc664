/**
 * Faults on purpose: what may go wrong on AWS, made to go wrong here, by a plan that repeats itself under its seed.
 *
 * <p>The parts of the account ask {@link io.trainyard.local.faults.Faults} at the places where AWS may fail; nothing here
 * knows of them. {@code docs/local-account/faults.md} names every fault.
 */
@NullMarked
package io.trainyard.local.faults;

import org.jspecify.annotations.NullMarked;
