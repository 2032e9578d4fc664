package io.trainyard.local.faults;

import com.sun.net.httpserver.HttpExchange;

/** Which operation is called, as far as a request says so before its body is read. */
public final class Caller {

    private Caller() {}

    /** {@code CreateTrainingJob}; for services without a target header, {@code POST /schedules}. */
    public static String operation(String service, HttpExchange exchange) {
        var target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
        if (target != null) {
            return target.substring(target.indexOf('.') + 1);
        }
        var method = exchange.getRequestMethod();
        var path = exchange.getRequestURI().getRawPath();
        return switch (service) {
            case "scheduler" -> ofSchedule(method);
            case "sns" -> "Publish";
            case "sagemaker" -> "InvokeEndpoint";
            default -> method + " /" + path.split("/", 3)[1];
        };
    }

    private static String ofSchedule(String method) {
        return switch (method) {
            case "POST" -> "CreateSchedule";
            case "PUT" -> "UpdateSchedule";
            case "DELETE" -> "DeleteSchedule";
            default -> "GetSchedule";
        };
    }
}
