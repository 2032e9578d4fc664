package io.trainyard.local.lambda;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** Starts processes of functions. */
final class Launcher {

    private static final String[] PASSED_ON = {"PATH", "HOME", "LANG", "LC_ALL", "TMPDIR", "TZ"};

    private final RuntimeApi api;
    private final FunctionRuntime runtime;
    private final Packages packages;
    private final Leftovers leftovers;
    private final Path logs;
    private final List<String> clientFlags;
    private final AtomicLong count = new AtomicLong();

    Launcher(RuntimeApi api, FunctionRuntime runtime, Path packages, Path logs) {
        this.api = api;
        this.runtime = runtime;
        this.packages = new Packages(packages.resolve("unpacked"));
        this.leftovers = new Leftovers(packages.resolve("running"));
        this.logs = logs;
        this.clientFlags = NativeClient.flags(runtime, packages.resolve("client"));
        leftovers.endAll();
    }

    /** Gets a function's package ready, so that its first call need not wait for it. */
    void prepare(FunctionDefinition function) {
        packages.sweep(function);
    }

    /** Starts a process; it asks for its first call by itself. */
    FunctionProcess launch(FunctionDefinition function) {
        var unpacked = packages.of(function);
        var id = function.name() + "-" + count.incrementAndGet();
        var builder = new ProcessBuilder(Command.of(unpacked, runtime, clientFlags, function.memory()))
                .directory(unpacked.folder().toFile())
                .redirectErrorStream(true)
                .redirectOutput(Redirect.appendTo(log(function).toFile()));
        fill(builder.environment(), function, unpacked, id);
        try {
            var started = builder.start();
            leftovers.note(started.toHandle());
            var process = new FunctionProcess(id, started);
            api.admit(process, function);
            return process;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start " + function.name(), e);
        }
    }

    void forget(FunctionProcess process) {
        api.dismiss(process.id());
        leftovers.forget(process.pid());
    }

    Path log(FunctionDefinition function) {
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
        environment.put("_HANDLER", runtime.handler());
        environment.putAll(function.environment());
    }
}
