/** One attempt of one step: its row, its states and what came of it. Plain Java. */
@NullMarked
package io.trainyard.steps.domain;

import org.jspecify.annotations.NullMarked;
