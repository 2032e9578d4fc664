/** Reads {@code services/<service>/service.yaml}, the one description of the wiring, and composes what follows from it. */
@NullMarked
package io.trainyard.wiring;

import org.jspecify.annotations.NullMarked;
