/** How jobs are submitted, read and steered over HTTP, and the ports that this needs. */
@NullMarked
package io.trainyard.jobs.app;

import org.jspecify.annotations.NullMarked;
