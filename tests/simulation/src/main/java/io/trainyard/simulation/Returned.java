package io.trainyard.simulation;

/**
 * A message that the dead-letter desk sent: it is known again where it dies again, and lies there as it first came.
 *
 * @param first what came first
 * @param handler what is done now: the same, or its end where the letter was given up
 */
record Returned(String letter, Runnable first, Runnable handler) implements Runnable {

    @Override
    public void run() {
        handler.run();
    }
}
