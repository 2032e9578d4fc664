package io.trainyard.other.domain;

import io.trainyard.sample.aws.Adapter;

class DependsOnSample {
    Adapter adapter() {
        return new Adapter();
    }
}
