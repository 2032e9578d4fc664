/** The ports of the endpoints service in memory, for its tests and the simulation: as strict as the real ones. */
@NullMarked
package io.trainyard.endpoints.fakes;

import org.jspecify.annotations.NullMarked;
