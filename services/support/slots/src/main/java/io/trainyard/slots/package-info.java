/** The endpoints that a deployment may have at once: who holds a slot, who waits for one. Plain Java. */
@NullMarked
package io.trainyard.slots;

import org.jspecify.annotations.NullMarked;
