/** Job files, and the data sets that they name. */
@NullMarked
package io.trainyard.cli.job;

import org.jspecify.annotations.NullMarked;
