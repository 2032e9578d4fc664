/** What a training job is asked and what it reports. Plain Java. */
@NullMarked
package io.trainyard.training.domain;

import org.jspecify.annotations.NullMarked;
