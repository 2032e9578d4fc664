package io.trainyard.local.front;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.trainyard.local.front.signature.TamperedBodyException;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The account's one HTTP port, on loopback only.
 *
 * <p>A signed request goes to the service that its credential scope names, if its signature holds: the parts behind the
 * front trust it and look at no signature themselves. An unsigned one is for the HTTP API, except below {@code /_trainyard/}. Binding and opening are two steps, because some services must
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
    private final Doorkeeper doorkeeper;
    private final Map<String, FrontHandler> services = new ConcurrentHashMap<>();
    private final Map<String, FrontHandler> operations = new ConcurrentHashMap<>();
    private final AtomicLong requests = new AtomicLong();
    private volatile FrontHandler unsigned =
            (exchange, nobody) -> BufferedHandler.write(exchange, Refusals.noSuchPath());

    private Front(HttpServer server, AccessKeys keys) {
        this.server = server;
        // Not the account's clock, which tests may set: callers sign by the machine's.
        this.doorkeeper = new Doorkeeper(keys, Clock.systemUTC());
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
            admit(exchange);
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

    private void admit(HttpExchange exchange) throws IOException {
        try {
            var caller = doorkeeper.identify(exchange);
            if (caller.isPresent()) {
                handler(caller.get().service()).answer(exchange, caller.get().principal());
            } else {
                unsigned(exchange).answer(exchange, "");
            }
        } catch (RefusedException refused) {
            BufferedHandler.write(exchange, refused.answer());
        } catch (IOException e) {
            refuseTampered(exchange, e);
        }
    }

    /** A body that was checked while it passed, and did not hold: whoever took it gave up when it broke off. */
    private static void refuseTampered(HttpExchange exchange, IOException failure) throws IOException {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof TamperedBodyException tampered && exchange.getResponseCode() == -1) {
                BufferedHandler.write(
                        exchange,
                        Doorkeeper.refused(tampered.breach(), "s3", exchange).answer());
                return;
            }
        }
        throw failure;
    }

    private FrontHandler handler(String service) {
        var handler = services.get(service);
        return handler != null
                ? handler
                : (refused, nobody) -> BufferedHandler.write(refused, Refusals.noSuchService(service));
    }

    private FrontHandler unsigned(HttpExchange exchange) {
        var path = exchange.getRequestURI().getPath();
        if (path.startsWith(OPERATIONS)) {
            var operation = operations.get(path.substring(OPERATIONS.length()));
            return operation != null ? operation : (none, nobody) -> BufferedHandler.write(none, Refusals.noSuchPath());
        }
        return unsigned;
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
