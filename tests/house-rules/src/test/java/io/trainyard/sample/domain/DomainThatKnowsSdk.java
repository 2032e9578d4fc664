package io.trainyard.sample.domain;

import software.amazon.sample.SdkClient;

class DomainThatKnowsSdk {
    SdkClient client() {
        return new SdkClient();
    }
}
