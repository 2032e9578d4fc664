/** One class per command. */
@NullMarked
package io.trainyard.cli.command;

import org.jspecify.annotations.NullMarked;
