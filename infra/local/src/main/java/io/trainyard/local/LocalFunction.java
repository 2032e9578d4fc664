package io.trainyard.local;

import io.trainyard.local.front.AccessKey;
import io.trainyard.local.lambda.FunctionDefinition;
import io.trainyard.wiring.Deployment;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A function of somebody else's: any package that AWS's Java runtime takes, or a native executable called {@code bootstrap}.
 *
 * @param name as Lambda's API calls it
 * @param archive the zip: classes at its root, libraries below {@code lib/}
 * @param handler {@code class::method}
 * @param memory in megabytes; half of it is heap
 * @param environment its own variables; region, endpoint and credentials of the account are added
 * @param queues names of queues that feed it, batch by batch, with partial batch responses
 * @param batch the most messages of one call
 */
public record LocalFunction(
        String name,
        Path archive,
        String handler,
        int memory,
        Duration timeout,
        Map<String, String> environment,
        List<String> queues,
        int batch) {

    public LocalFunction {
        environment = Map.copyOf(environment);
        queues = List.copyOf(queues);
    }

    /** With AWS's own defaults: 128 MB, 3 seconds, batches of 10. */
    public static LocalFunction of(String name, Path archive, String handler) {
        return new LocalFunction(name, archive, handler, 128, Duration.ofSeconds(3), Map.of(), List.of(), 10);
    }

    public LocalFunction withMemory(int megabytes) {
        return new LocalFunction(name, archive, handler, megabytes, timeout, environment, queues, batch);
    }

    public LocalFunction withTimeout(Duration longest) {
        return new LocalFunction(name, archive, handler, memory, longest, environment, queues, batch);
    }

    public LocalFunction withEnvironment(Map<String, String> variables) {
        return new LocalFunction(name, archive, handler, memory, timeout, variables, queues, batch);
    }

    /** Fed from these queues; one that is not there yet is waited for. */
    public LocalFunction fedBy(String... names) {
        return new LocalFunction(name, archive, handler, memory, timeout, environment, List.of(names), batch);
    }

    FunctionDefinition in(Deployment deployment, URI endpoint, AccessKey key) {
        var all = new HashMap<>(environment);
        all.put("AWS_REGION", deployment.region());
        all.put("AWS_DEFAULT_REGION", deployment.region());
        all.put("AWS_ACCESS_KEY_ID", key.id());
        all.put("AWS_SECRET_ACCESS_KEY", key.secret());
        all.put("AWS_ENDPOINT_URL", endpoint.toString());
        return new FunctionDefinition(
                name, deployment.functionArn(name), memory, timeout, archive, Optional.of(handler), all);
    }
}
