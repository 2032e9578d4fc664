/** Measures a deployment on this machine against its targets and prints one table. */
@NullMarked
package io.trainyard.tests.bench;

import org.jspecify.annotations.NullMarked;
