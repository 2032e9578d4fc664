package io.trainyard.local.sagemaker;

import io.trainyard.local.front.AwsRequest;
import io.trainyard.local.front.AwsResponse;
import io.trainyard.local.sagemaker.hosting.ContainerCall;
import io.trainyard.local.sagemaker.hosting.EndpointBook;
import io.trainyard.local.sagemaker.hosting.EndpointConfigs;
import io.trainyard.local.sagemaker.hosting.EndpointPlans;
import io.trainyard.local.sagemaker.hosting.Endpoints;
import io.trainyard.local.sagemaker.hosting.Fleet;
import io.trainyard.local.sagemaker.hosting.Host;
import io.trainyard.local.sagemaker.hosting.HostSupply;
import io.trainyard.local.sagemaker.hosting.Invocations;
import io.trainyard.local.sagemaker.hosting.Models;
import io.trainyard.local.sagemaker.hosting.Quotas;
import io.trainyard.local.sagemaker.hosting.Rollouts;
import io.trainyard.local.sagemaker.records.Shelf;
import io.trainyard.local.sagemaker.wire.Calls;
import io.trainyard.local.sagemaker.wire.Operation;
import java.io.IOException;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.random.RandomGenerator;

/** The hosting side, put together. */
final class Hosting implements AutoCloseable {

    private final Shelf models;
    private final Shelf configs;
    private final Shelf endpoints;
    private final HttpClient http;
    private final Fleet fleet;
    private final Endpoints deployed;
    private final Invocations invocations;
    private final Map<String, Operation> operations = new HashMap<>();

    private Hosting(Surroundings around, SageMakerSettings settings, Calls calls) throws IOException {
        this.models = new Shelf(around.home().records("models"));
        this.configs = new Shelf(around.home().records("endpoint-configs"));
        this.endpoints = new Shelf(around.home().records("endpoints"));
        // Some model servers drop an idle connection after two seconds; a call must not meet one that is about to go.
        System.setProperty("jdk.httpclient.keepalive.timeout", "1");
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(2))
                .build();
        Host host = new Host(
                around.account(),
                around.objects(),
                around.containers(),
                around.home(),
                settings.serving(),
                http,
                around.faults());
        this.fleet = new Fleet(host);
        EndpointBook book = new EndpointBook(endpoints, around.events(), around.clock(), around.ledger());
        this.deployed = new Endpoints(
                around.account(),
                endpoints,
                book,
                new EndpointPlans(around.account(), configs, models),
                new Rollouts(book, fleet, new HostSupply(around.faults(), endpoints)),
                new Quotas(settings.endpointQuotas()));
        this.invocations = new Invocations(
                around.account(), endpoints, fleet, new ContainerCall(host), calls, RandomGenerator.getDefault());
        collect(around);
    }

    static Hosting in(Surroundings around, SageMakerSettings settings, Calls calls) throws IOException {
        return new Hosting(around, settings, calls);
    }

    private void collect(Surroundings around) {
        Models modelOperations = new Models(
                around.account(), models, around.events(), around.objects(), around.containers(), around.clock());
        EndpointConfigs configOperations =
                new EndpointConfigs(around.account(), configs, models, around.events(), around.clock());
        operations.put("CreateModel", modelOperations::create);
        operations.put("DescribeModel", modelOperations::describe);
        operations.put("ListModels", modelOperations::list);
        operations.put("DeleteModel", modelOperations::delete);
        operations.put("CreateEndpointConfig", configOperations::create);
        operations.put("DescribeEndpointConfig", configOperations::describe);
        operations.put("ListEndpointConfigs", configOperations::list);
        operations.put("DeleteEndpointConfig", configOperations::delete);
        operations.put("CreateEndpoint", deployed::create);
        operations.put("UpdateEndpoint", deployed::update);
        operations.put("DescribeEndpoint", deployed::describe);
        operations.put("ListEndpoints", deployed::list);
        operations.put("DeleteEndpoint", deployed::delete);
    }

    Map<String, Operation> operations() {
        return operations;
    }

    Shelf models() {
        return models;
    }

    Shelf configs() {
        return configs;
    }

    Shelf endpoints() {
        return endpoints;
    }

    void resume() {
        deployed.resume();
    }

    AwsResponse invoke(AwsRequest request) {
        return invocations.answer(request);
    }

    @Override
    public void close() {
        fleet.close();
        http.shutdownNow();
    }
}
