/** What upstream systems ask for: the shapes of a job request and of each step's spec. */
@NullMarked
package io.trainyard.events.request;

import org.jspecify.annotations.NullMarked;
