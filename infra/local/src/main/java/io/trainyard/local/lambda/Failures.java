package io.trainyard.local.lambda;

import static io.trainyard.local.front.JsonProtocol.JSON;

import io.trainyard.local.front.JsonProtocol;
import java.time.Duration;
import java.util.Locale;

/** Failures that the host sees and the function cannot tell of itself, in Lambda's words. */
final class Failures {

    private Failures() {}

    static InvocationResult timedOut(String requestId, Duration timeout) {
        var seconds = String.format(Locale.ROOT, "%.2f", timeout.toMillis() / 1000.0);
        return failed(
                "Sandbox.Timedout", "RequestId: " + requestId + " Error: Task timed out after " + seconds + " seconds");
    }

    static InvocationResult exited(String requestId, int status) {
        var how = status > 128 ? "signal: " + (status - 128) : "exit status " + status;
        return failed("Runtime.ExitError", "RequestId: " + requestId + " Error: Runtime exited with error: " + how);
    }

    static InvocationResult notStarted(String requestId, Duration limit) {
        return failed(
                "Sandbox.Timedout",
                "RequestId: " + requestId + " Error: the function did not start within " + limit.toSeconds()
                        + " seconds; its log says why");
    }

    private static InvocationResult failed(String type, String message) {
        return new InvocationResult.Failed(JsonProtocol.bytes(
                JSON.createObjectNode().put("errorType", type).put("errorMessage", message)));
    }
}
