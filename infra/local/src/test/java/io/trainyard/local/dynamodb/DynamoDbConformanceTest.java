package io.trainyard.local.dynamodb;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.io.TempDir;

/** The suite on our own service. */
class DynamoDbConformanceTest extends DynamoDbConformance {

    @TempDir
    static Path folder;

    private DynamoDbService service;
    private ServiceOverHttp server;

    @Override
    Implementation implementation() {
        return Implementation.OURS;
    }

    @Override
    URI endpoint() {
        service = new DynamoDbService(folder, Clock.systemUTC());
        server = new ServiceOverHttp(service);
        return server.endpoint();
    }

    @Override
    void stop() {
        server.close();
        service.close();
    }
}
