/** How an attempt is claimed, launched, settled, said and stopped; and the ports that this needs. */
@NullMarked
package io.trainyard.steps.app;

import org.jspecify.annotations.NullMarked;
