/** The desk as a Lambda: its queues, its HTTP routes, its table. */
@NullMarked
package io.trainyard.deadletters.aws;

import org.jspecify.annotations.NullMarked;
