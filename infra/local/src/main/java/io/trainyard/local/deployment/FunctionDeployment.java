package io.trainyard.local.deployment;

import io.trainyard.local.front.AccessKeys;
import io.trainyard.local.front.JsonProtocol;
import io.trainyard.local.lambda.Function;
import io.trainyard.local.lambda.FunctionDefinition;
import io.trainyard.local.lambda.LambdaHost;
import io.trainyard.wiring.Deployment;
import io.trainyard.wiring.ServiceDescription;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Deploys the function package of a service, with the environment that it has on AWS too. */
final class FunctionDeployment {

    private final LambdaHost host;
    private final Deployment deployment;
    private final AccessKeys keys;
    private final URI endpoint;
    private final Source source;

    /** Where packages come from, and the configuration that every function gets. */
    record Source(Path services, Map<String, String> settings) {}

    FunctionDeployment(LambdaHost host, Deployment deployment, AccessKeys keys, URI endpoint, Source source) {
        this.host = host;
        this.deployment = deployment;
        this.keys = keys;
        this.endpoint = endpoint;
        this.source = source;
    }

    /** Deploys the service's function; empty where its package has not been built. */
    Optional<Function> deploy(ServiceDescription service) {
        var name = deployment.function(service.name());
        return archive(service.name())
                .map(archive -> host.deploy(new FunctionDefinition(
                        name,
                        deployment.functionArn(name),
                        service.function().memory(),
                        Duration.ofSeconds(service.function().timeout()),
                        archive,
                        Optional.empty(),
                        environment(service))));
    }

    /** In a checkout the package is in {@code target}, in a distribution beside the description. */
    private Optional<Path> archive(String service) {
        var folder = source.services().resolve(service);
        return Stream.of(folder.resolve("target/function.zip"), folder.resolve("function.zip"))
                .filter(Files::isRegularFile)
                .findFirst();
    }

    private static String roles(ServiceDescription service) {
        var roles = JsonProtocol.JSON.createObjectNode();
        service.routes().forEach(route -> route.roles().forEach(roles.putArray(route.key())::add));
        return roles.toString();
    }

    private Map<String, String> environment(ServiceDescription service) {
        var key = keys.of(service.name());
        var environment = new HashMap<>(source.settings());
        environment.put("TRAINYARD_ENV", deployment.env());
        environment.put("TRAINYARD_ACCOUNT", deployment.account());
        environment.put("TRAINYARD_REGION", deployment.region());
        environment.put("TRAINYARD_SERVICE", service.name());
        if (!service.routes().isEmpty()) {
            environment.put("TRAINYARD_ROLES", roles(service));
        }
        service.queue()
                .ifPresent(queue -> environment.put("TRAINYARD_MAX_RECEIVES", Integer.toString(queue.maxReceives())));
        environment.put("AWS_REGION", deployment.region());
        environment.put("AWS_DEFAULT_REGION", deployment.region());
        environment.put("AWS_ACCESS_KEY_ID", key.id());
        environment.put("AWS_SECRET_ACCESS_KEY", key.secret());
        environment.put("AWS_ENDPOINT_URL", endpoint.toString());
        environment.put("AWS_EC2_METADATA_DISABLED", "true");
        return environment;
    }
}
