package io.trainyard.local.lambda;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;

/**
 * AWS's Lambda Runtime API, version 2018-06-01, on a loopback port of its own. Each process has its own root path, so
 * that one port serves all: {@code 127.0.0.1:port/<process>}.
 */
final class RuntimeApi implements AutoCloseable {

    private static final Logger LOG = System.getLogger(RuntimeApi.class.getName());
    private static final String VERSION = "/2018-06-01/runtime/";

    private final HttpServer server;
    private final Map<String, Seat> seats = new ConcurrentHashMap<>();

    /** A process and the function it belongs to. */
    private record Seat(FunctionProcess process, FunctionDefinition function) {}

    private RuntimeApi(HttpServer server) {
        this.server = server;
    }

    static RuntimeApi start() {
        try {
            var loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
            var api = new RuntimeApi(HttpServer.create(new InetSocketAddress(loopback, 0), 256));
            api.server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            api.server.createContext("/", api::answer);
            api.server.start();
            return api;
        } catch (IOException e) {
            throw new UncheckedIOException("the Lambda Runtime API did not start", e);
        }
    }

    /** What {@code AWS_LAMBDA_RUNTIME_API} is for a process. */
    String address(String process) {
        return "127.0.0.1:" + server.getAddress().getPort() + "/" + process;
    }

    void admit(FunctionProcess process, FunctionDefinition function) {
        seats.put(process.id(), new Seat(process, function));
    }

    void dismiss(String process) {
        seats.remove(process);
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) {
        try (exchange) {
            var path = exchange.getRequestURI().getPath();
            var cut = path.indexOf('/', 1);
            var seat = seats.get(cut < 0 ? "" : path.substring(1, cut));
            if (seat == null || !path.startsWith(VERSION, cut)) {
                exchange.sendResponseHeaders(403, -1);
                return;
            }
            operate(exchange, seat, path.substring(cut + VERSION.length()));
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "a function process went away", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void operate(HttpExchange exchange, Seat seat, String path)
            throws IOException, InterruptedException {
        var body = exchange.getRequestBody().readAllBytes();
        var parts = path.split("/");
        if (path.equals("invocation/next")) {
            next(exchange, seat);
        } else if (path.equals("init/error")) {
            seat.process().fail(new InvocationResult.Failed(body));
            exchange.sendResponseHeaders(202, -1);
        } else if (parts.length == 3 && parts[2].equals("response")) {
            seat.process().finish(parts[1], new InvocationResult.Answered(body));
            exchange.sendResponseHeaders(202, -1);
        } else if (parts.length == 3 && parts[2].equals("error")) {
            seat.process().finish(parts[1], new InvocationResult.Failed(body));
            exchange.sendResponseHeaders(202, -1);
        } else {
            exchange.sendResponseHeaders(404, -1);
        }
    }

    private static void next(HttpExchange exchange, Seat seat) throws IOException, InterruptedException {
        var invocation = seat.process().next();
        if (invocation == null) {
            exchange.sendResponseHeaders(410, -1);
            return;
        }
        var deadline = System.currentTimeMillis() + seat.function().timeout().toMillis();
        var headers = exchange.getResponseHeaders();
        headers.set("Lambda-Runtime-Aws-Request-Id", invocation.requestId());
        headers.set("Lambda-Runtime-Deadline-Ms", Long.toString(deadline));
        headers.set("Lambda-Runtime-Invoked-Function-Arn", seat.function().arn());
        headers.set("Lambda-Runtime-Trace-Id", trace(invocation.requestId()));
        headers.set("Content-Type", "application/json");
        invocation.taken().complete(deadline);
        exchange.sendResponseHeaders(200, invocation.payload().length == 0 ? -1 : invocation.payload().length);
        exchange.getResponseBody().write(invocation.payload());
    }

    private static String trace(String requestId) {
        var hex = requestId.replace("-", "");
        return "Root=1-" + hex.substring(0, 8) + "-" + hex.substring(8, 32) + ";Parent=" + hex.substring(0, 16)
                + ";Sampled=0";
    }
}
