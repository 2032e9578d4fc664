package io.trainyard.trainer.network;

import ai.djl.engine.Engine;
import io.trainyard.trainer.contract.ContainerFailure;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;

/**
 * Starts PyTorch without a network: the native library comes out of the jar on the classpath, once per machine.
 *
 * <p>The library is unpacked (450 MB) into {@code DJL_CACHE_DIR}, by default {@code ~/.cache/trainyard/djl}. Several
 * containers may start at once on one machine, so the first unpacking happens under a lock of the operating system.
 */
public final class TorchEngine {

    /** DJL's name of the engine. */
    public static final String NAME = "PyTorch";

    private static final String CACHE = "DJL_CACHE_DIR";

    private TorchEngine() {}

    /**
     * Starts the engine, or returns it when it runs.
     *
     * @param environment {@code DJL_CACHE_DIR}, and {@code TRAINYARD_THREADS}: CPU threads per operation, default 1,
     *     which is the fastest for rows of this size and keeps results the same from run to run
     * @throws ContainerFailure if the library cannot be unpacked or loaded here
     */
    public static Engine start(Map<String, String> environment) {
        String home = System.getProperty("user.home", ".");
        Path cache = Path.of(environment.getOrDefault(CACHE, home + "/.cache/trainyard/djl"));
        configure(cache, environment.getOrDefault("TRAINYARD_THREADS", "1"));
        try {
            return load(cache);
        } catch (IOException | RuntimeException | LinkageError e) {
            throw new ContainerFailure(
                    "PyTorch cannot be loaded from %s on %s %s: %s"
                            .formatted(
                                    cache,
                                    System.getProperty("os.name"),
                                    System.getProperty("os.arch"),
                                    e.getMessage()),
                    e);
        }
    }

    private static void configure(Path cache, String threads) {
        System.setProperty(CACHE, cache.toString());
        System.setProperty("ENGINE_CACHE_DIR", cache.toString());
        System.setProperty("ai.djl.offline", "true");
        System.setProperty("OPT_OUT_TRACKING", "true");
        System.setProperty("PYTORCH_FLAVOR", "cpu");
        System.setProperty("ai.djl.default_engine", NAME);
        System.setProperty("ai.djl.pytorch.num_threads", threads);
        System.setProperty("ai.djl.pytorch.num_interop_threads", threads);
    }

    /** The mark is set after a library was loaded from the cache, so a half unpacked cache is never trusted. */
    private static Engine load(Path cache) throws IOException {
        Files.createDirectories(cache);
        Path mark = cache.resolve("unpacked-" + Engine.getDjlVersion());
        if (Files.exists(mark)) {
            return Engine.getEngine(NAME);
        }
        try (FileChannel channel = FileChannel.open(
                        cache.resolve("unpacking.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            Engine engine = Engine.getEngine(NAME);
            if (lock.isValid() && !Files.exists(mark)) {
                Files.createFile(mark);
            }
            return engine;
        }
    }
}
