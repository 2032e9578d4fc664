/** Which instance comes next, and how long to wait. Plain Java. */
@NullMarked
package io.trainyard.capacity.domain;

import org.jspecify.annotations.NullMarked;
