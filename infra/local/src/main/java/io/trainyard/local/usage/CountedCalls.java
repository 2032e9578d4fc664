package io.trainyard.local.usage;

import com.sun.net.httpserver.HttpExchange;
import io.trainyard.local.faults.Caller;
import io.trainyard.local.front.FrontHandler;

/** Stands before the services and counts their calls by who makes them: the principal is what they are told of. */
public final class CountedCalls {

    private static final String S3 = "s3";

    private final Usage usage;

    public CountedCalls(Usage usage) {
        this.usage = usage;
    }

    /** The service with its calls counted, also those that it refuses. */
    public FrontHandler before(String service, FrontHandler handler) {
        return (exchange, principal) -> {
            var operation = service.equals(S3) ? objectRequest(exchange) : Caller.operation(service, exchange);
            usage.add(service, operation, principal, 1);
            handler.answer(exchange, principal);
        };
    }

    /** The two prices of S3's requests: its pricing page, "Requests &amp; data retrievals". */
    private static String objectRequest(HttpExchange exchange) {
        var method = exchange.getRequestMethod();
        var query = exchange.getRequestURI().getRawQuery();
        var lists = method.equals("GET") && query != null && query.contains("list-type");
        return switch (method) {
            case "DELETE" -> "free";
            case "PUT", "POST" -> "dear";
            default -> lists ? "dear" : "cheap";
        };
    }
}
