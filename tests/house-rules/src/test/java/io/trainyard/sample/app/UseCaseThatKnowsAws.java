package io.trainyard.sample.app;

import io.trainyard.sample.aws.Adapter;

public class UseCaseThatKnowsAws {
    Adapter adapter() {
        return new Adapter();
    }
}
