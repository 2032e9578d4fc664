/** Answers /ping and /invocations from an artifact. */
@NullMarked
package io.trainyard.trainer.serving;

import org.jspecify.annotations.NullMarked;
