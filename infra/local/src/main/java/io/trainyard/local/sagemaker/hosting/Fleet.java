package io.trainyard.local.sagemaker.hosting;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** Which deployment serves which endpoint now. */
public final class Fleet implements AutoCloseable {

    private final Host host;
    private final AtomicLong generations = new AtomicLong();
    private final Map<String, Deployment> serving = new ConcurrentHashMap<>();
    private final Map<Deployment, String> all = new ConcurrentHashMap<>();
    private volatile boolean closing;

    public Fleet(Host host) {
        this.host = host;
    }

    /** Removes what an earlier account left of its deployments. */
    void sweep() {
        WorkFolder.delete(host.home().servingFolder(""));
    }

    /** A new deployment, not yet started and not yet serving. */
    Deployment prepare(String endpoint, List<VariantPlan> plans) {
        Path folder = host.home().servingFolder(endpoint).resolve(Long.toString(generations.incrementAndGet()));
        Deployment deployment = Deployment.of(host, endpoint, plans, folder);
        all.put(deployment, endpoint);
        return deployment;
    }

    /** From now on the deployment answers for the endpoint; the one that did so before is closed. */
    void serve(String endpoint, Deployment deployment) {
        Deployment before = serving.put(endpoint, deployment);
        if (before != null) {
            discard(before);
        }
    }

    Optional<Deployment> serving(String endpoint) {
        return Optional.ofNullable(serving.get(endpoint));
    }

    void discard(Deployment deployment) {
        all.remove(deployment);
        deployment.close();
    }

    /** Closes every deployment of the endpoint; when it returns, no container of it runs. */
    void withdraw(String endpoint) {
        serving.remove(endpoint);
        all.entrySet().stream()
                .filter(entry -> entry.getValue().equals(endpoint))
                .map(Map.Entry::getKey)
                .toList()
                .forEach(this::discard);
        WorkFolder.delete(host.home().servingFolder(endpoint));
    }

    /** Whether deployments end because the account does, which is no failure of theirs. */
    boolean closing() {
        return closing;
    }

    /** Ends every container. */
    @Override
    public void close() {
        closing = true;
        all.keySet().parallelStream().forEach(this::discard);
    }
}
