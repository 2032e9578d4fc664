/** Looks at this machine for what Trainyard needs, and says how to get what is missing. */
@NullMarked
package io.trainyard.cli.doctor;

import org.jspecify.annotations.NullMarked;
