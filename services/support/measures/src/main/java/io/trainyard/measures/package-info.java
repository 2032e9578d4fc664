/** What a deployment measures of itself, as lines that CloudWatch makes metrics of. Plain Java. */
@NullMarked
package io.trainyard.measures;

import org.jspecify.annotations.NullMarked;
