/** From CSV rows to numbers: reading, refusing, splitting, scaling and encoding. */
@NullMarked
package io.trainyard.trainer.data;

import org.jspecify.annotations.NullMarked;
