/** Examines a request: shape, limits, data sets, plan. */
@NullMarked
package io.trainyard.requests.app;

import org.jspecify.annotations.NullMarked;
