/** Hyperparameters: names, rules and the typed result. Text is parsed, never evaluated. */
@NullMarked
package io.trainyard.trainer.parameters;

import org.jspecify.annotations.NullMarked;
