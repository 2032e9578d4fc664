/** A request that came in, the run that it opens, and the no that it gets otherwise. Plain Java. */
@NullMarked
package io.trainyard.intake.domain;

import org.jspecify.annotations.NullMarked;
