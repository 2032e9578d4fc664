package io.trainyard.tests.bench;

import com.fasterxml.jackson.databind.JsonNode;
import io.trainyard.cli.api.Api;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.lambda.LambdaClient;

/** One function of an account, whose processes are ended so that its next call has to start one. */
record ColdFunction(URI account, LambdaClient lambda, String name) {

    /** A batch without a message, and a route that nobody has: whatever the function hears, its answer costs nothing. */
    private static final SdkBytes NOTHING = SdkBytes.fromUtf8String("""
            {"Records":[],"version":"2.0","rawPath":"/nothing-here","headers":{},"isBase64Encoded":false,
             "requestContext":{"http":{"method":"GET","path":"/nothing-here","protocol":"HTTP/1.1","sourceIp":"127.0.0.1"}}}""");

    private static final int PATIENCE = 60;
    private static final int CALLS = 10;

    static List<ColdFunction> all(URI account, LambdaClient lambda) {
        List<ColdFunction> all = new ArrayList<>();
        list(account)
                .forEach(one -> all.add(
                        new ColdFunction(account, lambda, one.path("name").asText())));
        return all;
    }

    /**
     * Calls it and waits for its answer.
     *
     * @return how long it took, in seconds
     */
    double call() {
        String words = "";
        // Where the account had not yet noticed that the process is gone, the next call starts one.
        for (int i = 0; i < CALLS && (words.isEmpty() || words.contains("Runtime.ExitError")); i++) {
            long began = System.nanoTime();
            var answer = lambda.invoke(request -> request.functionName(name).payload(NOTHING));
            if (answer.functionError() == null) {
                return (System.nanoTime() - began) / 1e9;
            }
            words = answer.payload().asUtf8String();
        }
        throw new IllegalStateException(name + " failed: " + words);
    }

    /** Kills its processes. */
    void kill() throws InterruptedException {
        for (ProcessHandle process : processes()) {
            process.destroyForcibly();
            awaitEnd(process);
        }
    }

    /** Asks its processes to end, and waits until they have. */
    void end() throws InterruptedException {
        for (ProcessHandle process : processes()) {
            process.destroy();
            awaitEnd(process);
        }
    }

    List<ProcessHandle> processes() {
        List<ProcessHandle> processes = new ArrayList<>();
        for (JsonNode one : list(account)) {
            if (one.path("name").asText().equals(name)) {
                one.path("processes")
                        .forEach(pid -> ProcessHandle.of(pid.asLong()).ifPresent(processes::add));
            }
        }
        return processes;
    }

    private static JsonNode list(URI account) {
        return new Api(account).get("/_trainyard/functions").path("functions");
    }

    private void awaitEnd(ProcessHandle process) throws InterruptedException {
        try {
            process.onExit().get(PATIENCE, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("process " + process.pid() + " of " + name + " did not end", e);
        }
    }
}
