/** How a step climbs its ladder, and the ports that this needs. */
@NullMarked
package io.trainyard.capacity.app;

import org.jspecify.annotations.NullMarked;
