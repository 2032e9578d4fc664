package io.trainyard.trainer.serving;

import com.google.gson.JsonObject;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.trainyard.trainer.artifact.Answer;
import io.trainyard.trainer.artifact.Predictor;
import io.trainyard.trainer.contract.ContainerSettings.Limits;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/** {@code POST /invocations}: rows in, predictions out. */
final class Invocations implements HttpHandler {

    /** The one header of a container's own that SageMaker passes on to the caller. */
    private static final String CUSTOM_ATTRIBUTES = "X-Amzn-SageMaker-Custom-Attributes";

    private static final String CSV = "text/csv";
    private static final String JSON = "application/json";

    private final Supplier<Predictor> model;
    private final Limits limits;
    private final Optional<String> version;
    private final Workers workers;

    /**
     * Answers from a model.
     *
     * @param model throws {@link HttpProblem} while there is none
     * @param version named in every answer
     */
    Invocations(Supplier<Predictor> model, Limits limits, Optional<String> version) {
        this.model = model;
        this.limits = limits;
        this.version = version;
        this.workers = new Workers(limits.workers(), limits.timeout());
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        version.ifPresent(text -> exchange.getResponseHeaders().set(CUSTOM_ATTRIBUTES, "model-version=" + text));
        try (exchange) {
            try {
                answer(exchange);
            } catch (HttpProblem e) {
                send(exchange, e.status(), JSON, error(String.valueOf(e.getMessage())));
            } catch (RuntimeException e) {
                e.printStackTrace();
                send(exchange, 500, JSON, error("the model could not answer; the container's log says why"));
            }
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        if (!exchange.getRequestMethod().equals("POST")) {
            exchange.getResponseHeaders().set("Allow", "POST");
            throw new HttpProblem(405, "use POST");
        }
        String accept = accepted(header(exchange, "Accept", "*/*"));
        byte[] body = body(exchange);
        Predictor predictor = model.get();
        List<float[]> rows = new RowReader(predictor.schema()).read(header(exchange, "Content-Type", ""), body);
        Answer answer = new Answer(workers.run(() -> predictor.predict(rows)));
        send(
                exchange,
                200,
                accept,
                accept.equals(CSV) ? answer.csv() : answer.json().toString());
    }

    private byte[] body(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readNBytes(limits.bodyBytes() + 1);
        if (body.length > limits.bodyBytes()) {
            throw new HttpProblem(413, "the body is larger than " + limits.bodyBytes() + " bytes: send fewer rows");
        }
        return body;
    }

    private static String accepted(String accept) {
        for (String part : accept.split(",")) {
            String type = part.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
            if (type.equals(CSV) || type.equals("text/*")) {
                return CSV;
            }
            if (type.equals(JSON) || type.equals("*/*") || type.equals("application/*") || type.isEmpty()) {
                return JSON;
            }
        }
        throw new HttpProblem(406, "'" + accept + "' is not offered: accept application/json or text/csv");
    }

    private static String header(HttpExchange exchange, String name, String standard) {
        String value = exchange.getRequestHeaders().getFirst(name);
        return value == null ? standard : value;
    }

    private static String error(String sentence) {
        JsonObject object = new JsonObject();
        object.addProperty("error", sentence);
        return object.toString();
    }

    private static void send(HttpExchange exchange, int status, String type, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
