package io.trainyard.local.front;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import io.trainyard.local.sqs.QueryErrors;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MessageRelayTest {

    /** What the part was asked. */
    private record Asked(String line, String body, com.sun.net.httpserver.Headers headers, int from) {}

    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private final HttpClient http = HttpClient.newHttpClient();
    private HttpServer part;
    private HttpServer front;

    @BeforeEach
    void open() throws IOException {
        part = serve(this::answer);
        var relay = new MessageRelay(address(part), QueryErrors::of);
        front = serve(exchange -> {
            try (exchange) {
                relay.answer(exchange, "");
            }
        });
    }

    @AfterEach
    void close() {
        front.stop(0);
        part.stop(0);
        http.close();
    }

    @Test
    void passesACallOnAndItsAnswerBack() throws Exception {
        var answer = post("/queue?a=%2F", "hällo");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("heard hällo");
        assertThat(answer.headers().firstValue("x-part")).contains("yes");
        assertThat(asked).singleElement().satisfies(call -> {
            assertThat(call.line()).isEqualTo("POST /queue?a=%2F");
            assertThat(call.headers().getFirst("X-Amz-Target")).isEqualTo("AmazonSQS.SendMessage");
        });
    }

    @Test
    void leavesOutWhatTheFrontHasDealtWith() throws Exception {
        post("/queue", "x");

        assertThat(asked.getFirst().headers().keySet()).doesNotContain("Authorization", "X-amz-date");
    }

    @Test
    void passesACallWithoutABodyOn() throws Exception {
        var answer = http.send(
                HttpRequest.newBuilder(address(front).resolve("/queue")).build(), BodyHandlers.ofString());

        assertThat(answer.body()).isEqualTo("heard ");
        assertThat(asked.getFirst().line()).isEqualTo("GET /queue");
    }

    @Test
    void passesARefusalOnUnderTheNameThatOlderCallersKnow() throws Exception {
        var answer = post("/refused", "x");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).isEqualTo("heard x");
        assertThat(answer.headers().firstValue("x-amzn-query-error"))
                .contains("AWS.SimpleQueueService.NonExistentQueue;Sender");
    }

    @Test
    void usesItsConnectionAgain() throws Exception {
        for (int i = 0; i < 20; i++) {
            post(i % 2 == 0 ? "/queue" : "/refused", "x");
        }

        assertThat(asked)
                .hasSize(20)
                .extracting(Asked::from)
                .containsOnly(asked.getFirst().from());
    }

    @Test
    void endsTheCallersConnectionWhereThePartDoesNotAnswer() {
        assertThatThrownBy(() -> post("/silent", "x")).isInstanceOf(IOException.class);
    }

    private HttpResponse<String> post(String path, String body) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(address(front).resolve(path))
                .header("X-Amz-Target", "AmazonSQS.SendMessage")
                .header("Authorization", "AWS4-HMAC-SHA256 Credential=x")
                .header("X-Amz-Date", "20260101T000000Z")
                .POST(BodyPublishers.ofString(body))
                .build();
        return http.send(request, BodyHandlers.ofString());
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            var path = exchange.getRequestURI().getPath();
            asked.add(new Asked(
                    exchange.getRequestMethod() + " " + exchange.getRequestURI(),
                    body,
                    exchange.getRequestHeaders(),
                    exchange.getRemoteAddress().getPort()));
            if (path.equals("/silent")) {
                return;
            }
            exchange.getResponseHeaders().set("x-part", "yes");
            if (path.equals("/refused")) {
                exchange.getResponseHeaders().set("x-amzn-query-error", "com.amazonaws.sqs#QueueDoesNotExist");
            }
            var bytes = ("heard " + body).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(path.equals("/refused") ? 400 : 200, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private static HttpServer serve(HttpHandler handler) throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", handler);
        server.start();
        return server;
    }

    private static URI address(HttpServer server) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }
}
