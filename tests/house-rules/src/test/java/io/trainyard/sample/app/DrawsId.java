package io.trainyard.sample.app;

import java.util.UUID;

class DrawsId {
    String id() {
        return UUID.randomUUID().toString();
    }
}
