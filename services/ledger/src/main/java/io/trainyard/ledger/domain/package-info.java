/** What is known of a job, how its runs are decided, and the record that people read. Plain Java, pure functions. */
@NullMarked
package io.trainyard.ledger.domain;

import org.jspecify.annotations.NullMarked;
