/** The AWS account on one machine: one process, one loopback port. */
@NullMarked
package io.trainyard.local;

import org.jspecify.annotations.NullMarked;
