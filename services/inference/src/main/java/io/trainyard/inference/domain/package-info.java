/** Which endpoint a caller means, and how a range becomes rows. Plain Java. */
@NullMarked
package io.trainyard.inference.domain;

import org.jspecify.annotations.NullMarked;
