/** One training run: epochs, early stopping, checkpoints and what is printed about them. */
@NullMarked
package io.trainyard.trainer.training;

import org.jspecify.annotations.NullMarked;
