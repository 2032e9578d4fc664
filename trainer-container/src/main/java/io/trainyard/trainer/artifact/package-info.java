/** What a training leaves behind: weights, description and a golden row. */
@NullMarked
package io.trainyard.trainer.artifact;

import org.jspecify.annotations.NullMarked;
