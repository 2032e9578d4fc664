package io.trainyard.inference.aws;

import io.quarkus.test.Mock;
import io.trainyard.inference.app.FindModel;
import io.trainyard.inference.app.InMemoryModels;
import io.trainyard.inference.app.Predict;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;

/** The use cases on ports in memory, in place of the real ones. */
@ApplicationScoped
class TestParts {

    @Produces
    @Singleton
    InMemoryModels world() {
        return new InMemoryModels();
    }

    @Mock
    @Produces
    @Singleton
    FindModel models(InMemoryModels world) {
        return new FindModel(world, world, Clock.systemUTC(), Duration.ZERO);
    }

    @Mock
    @Produces
    @Singleton
    Predict predict(FindModel models, InMemoryModels world) {
        return new Predict(models, world);
    }
}
