/** The public HTTP API, and what its answers say. */
@NullMarked
package io.trainyard.cli.api;

import org.jspecify.annotations.NullMarked;
