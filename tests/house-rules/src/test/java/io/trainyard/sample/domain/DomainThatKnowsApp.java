package io.trainyard.sample.domain;

import io.trainyard.sample.app.UseCaseThatKnowsAws;

class DomainThatKnowsApp {
    void call(UseCaseThatKnowsAws useCase) {
        useCase.toString();
    }
}
