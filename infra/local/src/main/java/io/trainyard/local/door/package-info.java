/** The check that AWS's front door makes before a service sees a request, by AWS's own model of that service. */
@NullMarked
package io.trainyard.local.door;

import org.jspecify.annotations.NullMarked;
