/** In-memory ports for tests and the simulation: hand-written, deterministic, as strict as the real ones. */
@NullMarked
package io.trainyard.fakes;

import org.jspecify.annotations.NullMarked;
