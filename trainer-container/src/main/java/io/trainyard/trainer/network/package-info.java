/** The network, its weights in a portable form, and the PyTorch engine below. */
@NullMarked
package io.trainyard.trainer.network;

import org.jspecify.annotations.NullMarked;
