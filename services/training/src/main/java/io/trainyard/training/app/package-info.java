/** How a training step is launched, watched and stopped. */
@NullMarked
package io.trainyard.training.app;

import org.jspecify.annotations.NullMarked;
