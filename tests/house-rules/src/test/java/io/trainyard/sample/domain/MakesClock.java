package io.trainyard.sample.domain;

import java.time.Clock;

class MakesClock {
    Clock clock() {
        return Clock.systemUTC();
    }
}
