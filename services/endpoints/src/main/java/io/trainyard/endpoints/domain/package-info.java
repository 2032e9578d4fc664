/** Slots, the line before them, and what proves an endpoint. Plain Java. */
@NullMarked
package io.trainyard.endpoints.domain;

import org.jspecify.annotations.NullMarked;
