package io.trainyard.events;

import software.amazon.sample.SdkClient;

class EventThatKnowsSdk {
    SdkClient client() {
        return new SdkClient();
    }
}
