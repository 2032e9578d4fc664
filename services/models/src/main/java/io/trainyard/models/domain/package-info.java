/** What a model is made of, and the gate it has to pass. Plain Java. */
@NullMarked
package io.trainyard.models.domain;

import org.jspecify.annotations.NullMarked;
