/** A service as a Lambda: how messages come in, and the adapters of the ports that all services share. */
@NullMarked
package io.trainyard.lambda;

import org.jspecify.annotations.NullMarked;
