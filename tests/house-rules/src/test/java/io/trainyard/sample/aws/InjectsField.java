package io.trainyard.sample.aws;

import jakarta.inject.Inject;

class InjectsField {
    @Inject
    Adapter adapter;
}
