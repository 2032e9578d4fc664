/** How endpoints are deployed, proven and retired; and the ports that this needs. */
@NullMarked
package io.trainyard.endpoints.app;

import org.jspecify.annotations.NullMarked;
