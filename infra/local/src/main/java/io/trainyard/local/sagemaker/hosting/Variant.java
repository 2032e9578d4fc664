package io.trainyard.local.sagemaker.hosting;

import io.trainyard.local.containers.Container;
import io.trainyard.local.containers.ContainerLog;
import io.trainyard.local.containers.FreePort;
import io.trainyard.local.containers.Patience;
import io.trainyard.local.containers.RunningContainer;
import io.trainyard.local.containers.UnknownImageException;
import io.trainyard.local.faults.FaultKind;
import io.trainyard.local.faults.Occasion;
import io.trainyard.local.sagemaker.wire.Facts;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
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
    private boolean placed;
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

    /**
     * Starts the container.
     *
     * @param patient whether to go on trying however often it fails, as for an endpoint that was in service before
     * @return completes when the container has answered its first ping, with a {@link DeploymentFailure} where it never does
     */
    CompletableFuture<Void> start(boolean patient) {
        keeper = Thread.ofVirtual()
                .name("variant " + endpoint + "/" + plan.name())
                .start(() -> keep(patient));
        return firstReady;
    }

    /** The port of the container that is ready now or, where none is, of the next one. */
    CompletableFuture<Integer> port() {
        return port;
    }

    /** Tells that a container did not take a connection: callers wait for the next one. */
    synchronized void lost(int deadPort) {
        if (port.getNow(-1) == deadPort) {
            port = new CompletableFuture<>();
        }
    }

    private synchronized void ready(int newPort) {
        if (port.isDone()) {
            port = new CompletableFuture<>();
        }
        port.complete(newPort);
        firstReady.complete(null);
    }

    private void keep(boolean patient) {
        try (ContainerLog log = new ContainerLog(host.home().endpointLog(endpoint, plan.name()))) {
            Duration pause = host.timing().restartBackoff();
            int failures = 0;
            while (!closed.isDone()) {
                Optional<DeploymentFailure> failure = live(log);
                boolean givenUp = !patient && !firstReady.isDone() && failure.isPresent();
                if (givenUp && (failure.get().lasting() || ++failures >= CRASHES_OF_A_FIRST_START)) {
                    firstReady.completeExceptionally(failure.get());
                    return;
                }
                pause = failure.isEmpty() ? host.timing().restartBackoff() : longer(pause);
                Patience.waited(closed, pause);
            }
        } catch (IOException e) {
            firstReady.completeExceptionally(e);
        }
    }

    /** One life of the container; a failure where it ended without ever being ready. */
    private Optional<DeploymentFailure> live(ContainerLog log) {
        try {
            if (!placed) {
                new ModelData(host.objects()).place(plan.data(), folder.resolve("opt/ml/model"));
                placed = true;
            }
        } catch (IOException e) {
            return Optional.of(DeploymentFailure.lasting(Facts.text("endpoint-data-failed", plan.data())));
        }
        try {
            int own = FreePort.find();
            return attend(host.containers().start(container(own), log::line), own);
        } catch (UnknownImageException e) {
            return Optional.of(DeploymentFailure.lasting(Facts.text("endpoint-image-not-found", plan.image())));
        } catch (IOException e) {
            return Optional.of(DeploymentFailure.crash(Facts.text("ping-failed", plan.name())));
        }
    }

    private Optional<DeploymentFailure> attend(RunningContainer container, int own) {
        CompletableFuture<Object> over = CompletableFuture.anyOf(container.exit(), closed);
        try {
            if (new Ping(host.http(), own).answered(startup(), over)) {
                ready(own);
                crash(container);
                over.join();
                return Optional.empty();
            }
            String reason = Facts.text("ping-failed", plan.name());
            return Optional.of(over.isDone() ? DeploymentFailure.crash(reason) : DeploymentFailure.lasting(reason));
        } finally {
            lost(own);
            end(container);
        }
    }

    /** The account's faults may kill a container that served; it is started again as after any crash. */
    private void crash(RunningContainer container) {
        host.faults()
                .on(FaultKind.CRASH, Occasion.of("CreateEndpoint", endpoint))
                .map(fault -> fault.effect().delay().orElse(Duration.ZERO))
                .ifPresent(delay -> CompletableFuture.delayedExecutor(delay.toMillis(), TimeUnit.MILLISECONDS)
                        .execute(container::kill));
    }

    private Duration startup() {
        return plan.startupSeconds() > 0
                ? Duration.ofSeconds(plan.startupSeconds())
                : host.timing().startup();
    }

    private void end(RunningContainer container) {
        if (!container.exit().isDone()) {
            container.terminate();
            Patience.waited(container.exit(), host.timing().stopGrace());
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

    /** Ends the container; when it returns, the container is gone. */
    @Override
    public void close() {
        closed.complete(null);
        try {
            keeper.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        firstReady.completeExceptionally(DeploymentFailure.lasting("the endpoint was deleted"));
    }
}
