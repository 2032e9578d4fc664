package io.trainyard.local.lambda;

import io.trainyard.local.sqs.Queues;
import io.trainyard.local.usage.Usage;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** The functions of the account and what feeds them. */
public final class LambdaHost implements AutoCloseable {

    private static final Logger LOG = System.getLogger(LambdaHost.class.getName());
    /** More at once take longer for the first ones, and no less for the last. */
    private static final int STARTS_AT_ONCE = 2;

    private final Settings settings;
    private final RuntimeApi api;
    private final Launcher launcher;
    private final Supplier<String> ids;
    private final Usage usage;
    private final Map<String, Function> functions = new ConcurrentHashMap<>();
    private final List<EventSourceMapping> mappings = new CopyOnWriteArrayList<>();
    private final ScheduledExecutorService background = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("functions-background").factory());
    private final ExecutorService warming = Executors.newFixedThreadPool(
            STARTS_AT_ONCE,
            Thread.ofPlatform().daemon().name("functions-warming-", 0).factory());

    /**
     * How the host works.
     *
     * @param mostProcesses of one function at once
     * @param idle after which a function's last process is ended
     * @param redelivery when a failed message comes back; empty for delays that grow from seconds to its queue's visibility timeout
     * @param packages where archives are unpacked
     * @param logs where every function has its file
     */
    public record Settings(
            FunctionRuntime runtime,
            int mostProcesses,
            Duration idle,
            Optional<Duration> redelivery,
            Path packages,
            Path logs) {}

    /** A host without functions; request ids are drawn from {@code ids}, and calls are counted. */
    public LambdaHost(Settings settings, Supplier<String> ids, Usage usage) {
        this.usage = usage;
        this.settings = settings;
        this.ids = ids;
        this.api = RuntimeApi.start();
        this.launcher = new Launcher(api, settings.runtime(), settings.packages(), settings.logs());
        background.scheduleWithFixedDelay(this::rest, 1, 1, TimeUnit.SECONDS);
    }

    /** Adds a function; nothing is started before its first call. */
    public Function deploy(FunctionDefinition definition) {
        var function = new Function(definition, launcher, ids, settings.mostProcesses(), usage);
        functions.put(definition.name(), function);
        background.execute(() -> launcher.prepare(definition));
        return function;
    }

    /** Feeds a function from a queue from now on; the first message of a batch waits that long for others. */
    public void feed(Function function, Queues queues, String queueArn, int batch, Duration window) {
        var parts = queueArn.split(":");
        var source = new EventSourceMapping.Source(parts[5], queueArn, batch, window, parts[3]);
        var mapping = new EventSourceMapping(
                source, function, queues, settings.mostProcesses(), Redelivery.of(settings.redelivery()));
        mappings.add(mapping);
        mapping.start();
    }

    /** Removes in the background what functions that are not deployed any more left on disk. */
    public void sweep() {
        background.execute(() -> launcher.keepOnly(functions.keySet()));
    }

    /** Starts a process of every function that has none, in the background, so that first calls are not cold starts. */
    public void warm() {
        functions.values().forEach(function -> warming.execute(() -> warm(function)));
    }

    private static void warm(Function function) {
        try {
            function.warm();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, function.definition().name() + " was not started ahead of its first call", e);
        }
    }

    public Optional<Function> function(String name) {
        return Optional.ofNullable(functions.get(name));
    }

    public Collection<Function> functions() {
        return functions.values();
    }

    List<EventSourceMapping> mappings() {
        return mappings;
    }

    /** Stops feeding, then ends every process. */
    @Override
    public void close() {
        warming.shutdownNow();
        background.shutdownNow();
        mappings.parallelStream().forEach(EventSourceMapping::close);
        functions.values().parallelStream().forEach(Function::close);
        api.close();
    }

    private void rest() {
        functions.values().forEach(function -> function.rest(settings.idle()));
    }
}
