package io.trainyard.sample.domain;

class ReadsMillis {
    long when() {
        return System.currentTimeMillis();
    }
}
