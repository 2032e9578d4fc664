/** How a prediction is asked for, and the ports that this needs. */
@NullMarked
package io.trainyard.inference.app;

import org.jspecify.annotations.NullMarked;
