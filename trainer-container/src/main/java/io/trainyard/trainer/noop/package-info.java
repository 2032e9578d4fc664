/** A container that trains nothing and answers at once: for benchmarks and chaos runs. */
@NullMarked
package io.trainyard.trainer.noop;

import org.jspecify.annotations.NullMarked;
