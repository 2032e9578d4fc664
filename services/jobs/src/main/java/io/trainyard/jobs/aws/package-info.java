/** The jobs API: its resources, its table, its eye on the ledger's. */
@NullMarked
package io.trainyard.jobs.aws;

import org.jspecify.annotations.NullMarked;
