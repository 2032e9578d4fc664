/** What a launching service would do with an event, step by step, without doing it. Plain Java. */
@NullMarked
package io.trainyard.dryruns;

import org.jspecify.annotations.NullMarked;
