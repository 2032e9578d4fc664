/** The contract: every event that Trainyard's services say and hear, with the route that carries a job. */
@NullMarked
package io.trainyard.events;

import org.jspecify.annotations.NullMarked;
