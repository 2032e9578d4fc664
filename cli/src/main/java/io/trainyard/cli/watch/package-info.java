/** Following a job while it runs. */
@NullMarked
package io.trainyard.cli.watch;

import org.jspecify.annotations.NullMarked;
