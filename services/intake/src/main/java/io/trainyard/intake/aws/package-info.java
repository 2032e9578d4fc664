/** Intake as a Lambda: its messages, its table, its timers. */
@NullMarked
package io.trainyard.intake.aws;

import org.jspecify.annotations.NullMarked;
