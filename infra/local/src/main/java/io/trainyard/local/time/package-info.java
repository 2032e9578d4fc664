/** The account's time, for those who want to set it. */
@NullMarked
package io.trainyard.local.time;

import org.jspecify.annotations.NullMarked;
