package io.trainyard.local.sagemaker.hosting;

import io.trainyard.local.containers.Container;
import io.trainyard.local.containers.ContainerLog;
import io.trainyard.local.containers.FreePort;
import io.trainyard.local.containers.RunningContainer;
import io.trainyard.local.containers.UnknownImageException;
import io.trainyard.local.sagemaker.wire.Facts;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * One production variant: its container, started again with growing pauses whenever it ends, until the variant is closed.
 *
 * <p>Whatever instance count the configuration asks for, one container serves it on one machine.
 */
final class Variant implements AutoCloseable {

    private static final int CRASHES_OF_A_FIRST_START = 3;
    private static final int LONGEST_PAUSE = 100;

    private final Host host;
    private final VariantPlan plan;
    private final String endpoint;
    private final Path folder;
    private final CompletableFuture<Void> closed = new CompletableFuture<>();
    private final CompletableFuture<Void> firstReady = new CompletableFuture<>();
    private volatile CompletableFuture<Integer> port = new CompletableFuture<>();
    private volatile Thread keeper = Thread.currentThread();

    /** @param folder of this deployment alone; holds {@code opt/ml} */
    Variant(Host host, VariantPlan plan, String endpoint, Path folder) {
        this.host = host;
        this.plan = plan;
        this.endpoint = endpoint;
        this.folder = folder;
    }

    VariantPlan plan() {
        return plan;
    }

    /** Completes when the container has answered its first ping, with a {@link DeploymentFailure} where it never does. */
    CompletableFuture<Void> start() {
        keeper = Thread.ofVirtual()
                .name("variant " + endpoint + "/" + plan.name())
                .start(this::keep);
        return firstReady;
    }

    /** The port of the container that is ready now or, where none is, of the next one. */
    CompletableFuture<Integer> port() {
        return port;
    }

    /** Tells that a container did not take a connection: callers wait for the next one. */
    void lost(int deadPort) {
        CompletableFuture<Integer> current = port;
        if (current.getNow(-1) == deadPort) {
            port = new CompletableFuture<>();
        }
    }

    private void keep() {
        try (ContainerLog log = new ContainerLog(host.home().endpointLog(endpoint, plan.name()))) {
            new ModelData(host.objects()).place(plan.data(), folder.resolve("opt/ml/model"));
            Duration pause = host.timing().restartBackoff();
            for (int crashes = 0; !closed.isDone(); crashes++) {
                boolean wasReady = serve(log);
                if (!firstReady.isDone() && crashes + 1 >= CRASHES_OF_A_FIRST_START) {
                    throw new DeploymentFailure(Facts.text("ping-failed", plan.name()));
                }
                pause = wasReady ? host.timing().restartBackoff() : longer(pause);
                await(closed, pause);
            }
        } catch (DeploymentFailure failure) {
            firstReady.completeExceptionally(failure);
        } catch (UnknownImageException e) {
            firstReady.completeExceptionally(
                    new DeploymentFailure(Facts.text("endpoint-image-not-found", plan.image())));
        } catch (IOException e) {
            firstReady.completeExceptionally(new DeploymentFailure(Facts.text("endpoint-data-failed", plan.data())));
        }
    }

    /** One life of the container; answers whether it ever was ready. */
    private boolean serve(ContainerLog log) throws IOException {
        int own = FreePort.find();
        RunningContainer container = host.containers().start(container(own), log::line);
        try {
            Duration startup = plan.startupSeconds() > 0
                    ? Duration.ofSeconds(plan.startupSeconds())
                    : host.timing().startup();
            if (!new Ping(host.http(), own).answered(startup, CompletableFuture.anyOf(container.exit(), closed))) {
                if (!firstReady.isDone() && !container.exit().isDone() && !closed.isDone()) {
                    throw new DeploymentFailure(Facts.text("ping-failed", plan.name()));
                }
                return false;
            }
            CompletableFuture<Integer> ready = port.isDone() ? new CompletableFuture<>() : port;
            port = ready;
            ready.complete(own);
            firstReady.complete(null);
            CompletableFuture.anyOf(container.exit(), closed).join();
            return true;
        } finally {
            lost(own);
            end(container);
        }
    }

    private void end(RunningContainer container) {
        if (!container.exit().isDone()) {
            container.terminate();
            await(container.exit(), host.timing().stopGrace());
        }
        container.kill();
    }

    private Container container(int own) {
        Map<String, String> environment = new LinkedHashMap<>();
        environment.put("AWS_REGION", host.account().region());
        environment.put("SM_MODEL_DIR", folder.resolve("opt/ml/model").toString());
        environment.putAll(plan.environment());
        return new Container(plan.image(), "serve", folder, environment, OptionalInt.of(own));
    }

    private Duration longer(Duration pause) {
        Duration longest = host.timing().restartBackoff().multipliedBy(LONGEST_PAUSE);
        Duration twice = pause.multipliedBy(2);
        return twice.compareTo(longest) > 0 ? longest : twice;
    }

    private static void await(CompletableFuture<?> future, Duration limit) {
        future.thenApply(done -> true)
                .completeOnTimeout(false, limit.toMillis(), TimeUnit.MILLISECONDS)
                .join();
    }

    /** Ends the container; when it returns, the container is gone. */
    @Override
    public void close() {
        closed.complete(null);
        try {
            keeper.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        firstReady.completeExceptionally(new DeploymentFailure("the endpoint was deleted"));
    }
}
