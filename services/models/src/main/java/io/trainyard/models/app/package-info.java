/** How a model step is done and undone. */
@NullMarked
package io.trainyard.models.app;

import org.jspecify.annotations.NullMarked;
