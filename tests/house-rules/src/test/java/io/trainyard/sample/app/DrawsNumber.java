package io.trainyard.sample.app;

import java.util.Random;

class DrawsNumber {
    int number() {
        return new Random().nextInt();
    }
}
