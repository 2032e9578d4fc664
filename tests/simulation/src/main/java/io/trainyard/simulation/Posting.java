package io.trainyard.simulation;

import java.util.Optional;

/** A message with its handler, as far as the dead-letter desk has to read it: what it says, and what giving it up would do. */
interface Posting extends Runnable {

    /** The message's body, as it lies in a queue. */
    String body();

    /** What the service does when a person gives the message up; empty where it cannot be given up. */
    Optional<Runnable> givenUp();
}
