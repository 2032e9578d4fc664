package io.trainyard.tests.bench;

/**
 * What cold starts of one function cost.
 *
 * @param seconds from the call that found no process to its answer
 * @param megabytes what the last of the processes held after it
 */
record Cold(Samples seconds, double megabytes) {

    String words() {
        return Figures.precise(seconds.median()) + " s, " + Math.round(megabytes) + " MB";
    }
}
