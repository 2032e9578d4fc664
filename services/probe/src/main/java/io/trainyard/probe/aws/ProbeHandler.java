package io.trainyard.probe.aws;

import io.trainyard.lambda.MessageHandler;
import io.trainyard.lambda.StepParts;
import io.trainyard.probe.app.ProbeWork;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;

/** What the probe service does with a message: a launching service around work that does nothing. */
@ApplicationScoped
class ProbeHandler {

    @Produces
    @ApplicationScoped
    MessageHandler messages(StepParts parts) {
        return parts.messages(new ProbeWork());
    }
}
