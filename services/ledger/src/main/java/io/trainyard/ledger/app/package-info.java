/** How a fact becomes part of the record, and the port that this needs. */
@NullMarked
package io.trainyard.ledger.app;

import org.jspecify.annotations.NullMarked;
