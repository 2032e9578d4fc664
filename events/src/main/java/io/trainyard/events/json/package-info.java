/** Events to JSON and back: the one codec. */
@NullMarked
package io.trainyard.events.json;

import org.jspecify.annotations.NullMarked;
