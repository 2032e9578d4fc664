/** How runs are opened, refused and timed; and the ports that this needs. */
@NullMarked
package io.trainyard.intake.app;

import org.jspecify.annotations.NullMarked;
