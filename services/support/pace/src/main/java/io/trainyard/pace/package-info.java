/** Token buckets for calls of a control plane: who may call now, and who comes back when. Plain Java. */
@NullMarked
package io.trainyard.pace;

import org.jspecify.annotations.NullMarked;
