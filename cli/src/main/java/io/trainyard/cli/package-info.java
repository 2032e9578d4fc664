/** The command line: what is common to all commands. */
@NullMarked
package io.trainyard.cli;

import org.jspecify.annotations.NullMarked;
