package io.trainyard.trainer.serving;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.trainyard.trainer.contract.ContainerFailure;
import io.trainyard.trainer.contract.ContainerSettings;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executors;

/** {@code serve}: the HTTP server of the container contract. Ends on SIGTERM after the requests in hand. */
public final class ServeCommand implements AutoCloseable {

    private static final int BACKLOG = 1024;
    private static final int DRAIN_SECONDS = 5;

    private final HttpServer server;
    private final LoadedModel model;

    private ServeCommand(HttpServer server, LoadedModel model) {
        this.server = server;
        this.model = model;
    }

    /**
     * Listens at once, and loads the model beside it; {@code /ping} is 200 from the moment it can answer.
     *
     * @throws ContainerFailure if the port is taken
     */
    public static ServeCommand start(ContainerSettings settings, Map<String, String> environment) {
        // Must be set before the first class of the server loads: without it every answer waits 40 ms for an ACK.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        System.setProperty(
                "sun.net.httpserver.maxReqTime",
                String.valueOf(settings.limits().timeout().toSeconds()));
        LoadedModel model = LoadedModel.load(settings.layout().model(), environment);
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(settings.host(), settings.port()), BACKLOG);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.createContext("/ping", exchange -> ping(exchange, model));
            server.createContext(
                    "/invocations", new Invocations(model::get, settings.limits(), settings.modelVersion()));
            server.start();
            ServeCommand command = new ServeCommand(server, model);
            Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(command::close));
            System.out.println("serving on " + settings.host() + ":" + command.port());
            return command;
        } catch (IOException e) {
            throw new ContainerFailure(
                    "cannot listen on %s:%d: %s".formatted(settings.host(), settings.port(), e.getMessage()), e);
        }
    }

    /** The port that is listened on. */
    public int port() {
        return server.getAddress().getPort();
    }

    /** Waits until the model is loaded or known not to load; false where neither has happened in time. */
    public boolean awaitModel(Duration patience) {
        return model.await(patience);
    }

    /** Stops listening, and waits a little for requests in hand. */
    @Override
    public void close() {
        server.stop(DRAIN_SECONDS);
    }

    private static void ping(HttpExchange exchange, LoadedModel model) throws IOException {
        try (exchange) {
            String problem = model.problem();
            byte[] text = problem.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(problem.isEmpty() ? 200 : 404, text.length == 0 ? -1 : text.length);
            exchange.getResponseBody().write(text);
        }
    }
}
