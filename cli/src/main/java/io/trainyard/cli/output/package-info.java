/** What commands print: text for people, JSON for programs. */
@NullMarked
package io.trainyard.cli.output;

import org.jspecify.annotations.NullMarked;
