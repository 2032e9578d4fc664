/** How a notice goes out once, and the ports that this needs. */
@NullMarked
package io.trainyard.notices.app;

import org.jspecify.annotations.NullMarked;
