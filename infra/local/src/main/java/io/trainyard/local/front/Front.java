package io.trainyard.local.front;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The account's one HTTP port, on loopback only.
 *
 * <p>A signed request goes to the service that its credential scope names, if its access key exists. An unsigned one is
 * for the HTTP API, except below {@code /_trainyard/}. Binding and opening are two steps, because some services must
 * know the port before they start.
 */
public final class Front implements AutoCloseable {

    private static final Logger LOG = System.getLogger(Front.class.getName());
    private static final String OPERATIONS = "/_trainyard/";

    static {
        // Without the first, every answer waits 40 ms for a delayed acknowledgement; read once, when the class loads.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        System.setProperty("sun.net.httpserver.idleInterval", "300");
        System.setProperty("sun.net.httpserver.maxIdleConnections", "1000");
    }

    private final HttpServer server;
    private final AccessKeys keys;
    private final Map<String, FrontHandler> services = new ConcurrentHashMap<>();
    private final Map<String, FrontHandler> operations = new ConcurrentHashMap<>();
    private final AtomicLong requests = new AtomicLong();
    private volatile FrontHandler unsigned = exchange -> BufferedHandler.write(exchange, Refusals.noSuchPath());

    private Front(HttpServer server, AccessKeys keys) {
        this.server = server;
        this.keys = keys;
    }

    /**
     * Takes the port without answering yet.
     *
     * @param port 0 for any free one
     */
    public static Front bind(int port, AccessKeys keys) throws IOException {
        try {
            var address = new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port);
            return new Front(HttpServer.create(address, 1024), keys);
        } catch (BindException e) {
            throw new BindException("port " + port + " is taken (" + e.getMessage() + "); choose another with --port");
        }
    }

    public int port() {
        return server.getAddress().getPort();
    }

    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + port());
    }

    /** Sends requests signed for {@code signingName} to this handler. */
    public void service(String signingName, FrontHandler handler) {
        services.put(signingName, handler);
    }

    /** Sends unsigned requests to {@code /_trainyard/<name>} to this handler. */
    public void operation(String name, FrontHandler handler) {
        operations.put(name, handler);
    }

    /** Sends every other unsigned request to this handler. */
    public void unsigned(FrontHandler handler) {
        unsigned = handler;
    }

    /** Starts to answer. */
    public void open() {
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) {
        try (exchange) {
            exchange.getResponseHeaders().set("x-amzn-RequestId", requestId());
            handler(exchange).answer(exchange);
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "the caller went away", e);
        } catch (RuntimeException e) {
            LOG.log(
                    Level.ERROR,
                    "a request failed inside the account: "
                            + exchange.getRequestURI().getPath(),
                    e);
            internalError(exchange);
        }
    }

    private FrontHandler handler(HttpExchange exchange) {
        var uri = exchange.getRequestURI();
        var scope = scope(exchange);
        if (scope.isPresent()) {
            var service = scope.get().service();
            if (keys.withId(scope.get().accessKeyId()).isEmpty()) {
                return refused -> BufferedHandler.write(refused, Refusals.unknownKey(service));
            }
            var handler = services.get(service);
            return handler != null
                    ? handler
                    : refused -> BufferedHandler.write(refused, Refusals.noSuchService(service));
        }
        if (uri.getPath().startsWith(OPERATIONS)) {
            var operation = operations.get(uri.getPath().substring(OPERATIONS.length()));
            return operation != null ? operation : none -> BufferedHandler.write(none, Refusals.noSuchPath());
        }
        return unsigned;
    }

    private static Optional<CredentialScope> scope(HttpExchange exchange) {
        var authorization = exchange.getRequestHeaders().getFirst("Authorization");
        var query = exchange.getRequestURI().getRawQuery();
        return CredentialScope.of(authorization == null ? "" : authorization, query == null ? "" : query);
    }

    private String requestId() {
        return "%08x-0000-4000-8000-%012x".formatted(System.identityHashCode(this), requests.incrementAndGet());
    }

    private static void internalError(HttpExchange exchange) {
        try {
            if (exchange.getResponseCode() == -1) {
                BufferedHandler.write(exchange, Refusals.internal());
            }
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "the caller went away", e);
        }
    }
}
