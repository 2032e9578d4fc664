package io.trainyard.inference.aws;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import io.quarkus.test.Mock;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.trainyard.inference.app.FindModel;
import io.trainyard.inference.app.InMemoryModels;
import io.trainyard.inference.app.Predict;
import io.trainyard.lambda.Roles;
import io.trainyard.lambda.SignedRequests;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;

/** The use cases on ports in memory, in place of the real ones. */
@ApplicationScoped
class TestParts {

    private final SignedRequests requests = new SignedRequests(Path.of("service.yaml"));

    /** Whoever calls may, unless a test's header says otherwise: no authorizer stands before it. */
    @Mock
    @Produces
    @RequestScoped
    APIGatewayV2HTTPEvent event(CurrentVertxRequest current) {
        HttpServerRequest request = current.getCurrent().request();
        return requests.event(request.method().name(), request.path(), request::getHeader, "[infer]");
    }

    @Mock
    @Produces
    @Singleton
    Roles roles() {
        return requests.roles();
    }

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
