package io.trainyard.local.lambda;

import io.trainyard.local.children.Leash;
import io.trainyard.local.children.PidFiles;
import io.trainyard.local.home.Folders;
import io.trainyard.local.home.LogFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/** Starts processes of functions. */
final class Launcher {

    private static final String[] PASSED_ON = {"PATH", "HOME", "LANG", "LC_ALL", "TMPDIR", "TZ"};

    private final RuntimeApi api;
    private final FunctionRuntime runtime;
    private final Packages packages;
    private final ClassArchives archives;
    private final PidFiles running;
    private final Path logs;
    private final List<String> clientFlags;
    private final AtomicLong count = new AtomicLong();

    Launcher(RuntimeApi api, FunctionRuntime runtime, Path packages, Path logs) {
        this.api = api;
        this.runtime = runtime;
        this.packages = new Packages(packages.resolve("unpacked"));
        this.archives = new ClassArchives(packages.resolve("archives"));
        this.running = new PidFiles(packages.resolve("running"));
        running.endAll();
        this.logs = logs;
        this.clientFlags = flags(runtime, packages);
    }

    private static List<String> flags(FunctionRuntime runtime, Path packages) {
        try {
            Folders.empty(packages.resolve("tmp"));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot empty the functions' temporary folder", e);
        }
        return Stream.concat(
                        NativeClient.flags(runtime, packages.resolve("client")).stream(),
                        Stream.of("-Djava.io.tmpdir=" + packages.resolve("tmp").toAbsolutePath()))
                .toList();
    }

    /** Gets a function's package ready, so that its first call need not wait for it. */
    void prepare(FunctionDefinition function) {
        packages.sweep(function);
    }

    /** Starts a process; it asks for its first call by itself. */
    FunctionProcess launch(FunctionDefinition function) {
        var unpacked = packages.of(function);
        var id = function.name() + "-" + count.incrementAndGet();
        var own = function.handler()
                .map(handler -> new FunctionRuntime(runtime.jars(), handler))
                .orElse(runtime);
        var archive = archives.flags(unpacked, function.name());
        var flags = Stream.concat(clientFlags.stream(), archive.stream()).toList();
        var command = Command.of(unpacked, own, flags, function.memory());
        var pidFile = reserve(function, id);
        var builder = new ProcessBuilder(Leash.on(pidFile, command))
                .directory(unpacked.folder().toFile())
                .redirectErrorStream(true)
                .redirectOutput(Redirect.appendTo(log(function).toFile()));
        fill(builder.environment(), function, unpacked, id);
        builder.environment().put("_HANDLER", own.handler());
        try {
            new LogFile(log(function)).rotate();
            var started = builder.start();
            started.onExit().thenAccept(ended -> {
                running.forget(pidFile);
                archives.ended(archive, ended.exitValue());
            });
            var process = new FunctionProcess(id, started, ClassArchives.patience(archive));
            api.admit(process, function);
            return process;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start " + function.name(), e);
        }
    }

    void forget(FunctionProcess process) {
        api.dismiss(process.id());
    }

    private Path reserve(FunctionDefinition function, String id) {
        try {
            return running.reserve(id);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start " + function.name(), e);
        }
    }

    /** Whether the function's log is so long that only a new process should go on with it. */
    boolean logIsFull(FunctionDefinition function) {
        try {
            return new LogFile(log(function)).isFull();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot look at the log of " + function.name(), e);
        }
    }

    /** Removes what functions that are gone have left. */
    void keepOnly(Set<String> functions) {
        packages.keepOnly(functions);
    }

    private Path log(FunctionDefinition function) {
        return logs.resolve(function.name() + ".log");
    }

    /** What Lambda sets, and nothing of the account's own environment that could change what a function does. */
    private void fill(
            Map<String, String> environment, FunctionDefinition function, FunctionPackage unpacked, String id) {
        environment.clear();
        for (var name : PASSED_ON) {
            var value = System.getenv(name);
            if (value != null) {
                environment.put(name, value);
            }
        }
        environment.put("AWS_LAMBDA_RUNTIME_API", api.address(id));
        environment.put("AWS_LAMBDA_FUNCTION_NAME", function.name());
        environment.put("AWS_LAMBDA_FUNCTION_VERSION", "$LATEST");
        environment.put("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", Integer.toString(function.memory()));
        environment.put("AWS_LAMBDA_LOG_GROUP_NAME", "/aws/lambda/" + function.name());
        environment.put("AWS_LAMBDA_LOG_STREAM_NAME", id);
        environment.put("AWS_LAMBDA_INITIALIZATION_TYPE", "on-demand");
        environment.put("AWS_EXECUTION_ENV", "AWS_Lambda_java21");
        environment.put("LAMBDA_TASK_ROOT", unpacked.folder().toString());
        environment.putAll(function.environment());
    }
}
