/** The routing slip: the plan of a job, how far it has come, and the one pure function that moves it on. */
@NullMarked
package io.trainyard.events.route;

import org.jspecify.annotations.NullMarked;
