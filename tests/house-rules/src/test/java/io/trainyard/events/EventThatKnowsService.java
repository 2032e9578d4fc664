package io.trainyard.events;

import io.trainyard.sample.aws.Adapter;

class EventThatKnowsService {
    Adapter adapter() {
        return new Adapter();
    }
}
