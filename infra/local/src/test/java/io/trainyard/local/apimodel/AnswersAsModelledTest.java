package io.trainyard.local.apimodel;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.trainyard.local.Clients;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** That the check of answers is on for every service that has a model, without a word in the tests. */
class AnswersAsModelledTest {

    private HttpServer server;
    private Clients clients;
    private volatile String answer = "{}";

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            try (exchange) {
                var body = answer.getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(200, body.length);
                exchange.getResponseBody().write(body);
            }
        });
        server.start();
        clients =
                new Clients(URI.create("http://127.0.0.1:" + server.getAddress().getPort()), "key", "secret");
    }

    @AfterEach
    void stop() {
        clients.close();
        server.stop(0);
    }

    @Test
    void namesAMemberThatNoModelHas() {
        answer = "{\"Surprise\": 1}";

        refused(() -> clients.dynamodb().listTables(), "ListTables.Surprise is unknown");
        refused(() -> clients.events().listRules(it -> {}), "ListRules.Surprise is unknown");
        refused(() -> clients.sagemaker().listModels(), "ListModels.Surprise is unknown");
        refused(() -> clients.scheduler().listSchedules(it -> {}), "ListSchedules.Surprise is unknown");
        refused(() -> clients.sqs().listQueues(), "ListQueues.Surprise is unknown");
        answer = "<R><ListTopicsResult><Surprise>1</Surprise></ListTopicsResult></R>";
        refused(() -> clients.sns().listTopics(), "ListTopics.Surprise is unknown");
    }

    @Test
    void namesAMemberOfAnotherTypeAndOneThatIsMissing() {
        answer = "{\"Rules\": [{\"Name\": 7, \"State\": \"ON\"}]}";
        refused(() -> clients.events().listRules(it -> {}), "Name cannot be 7; ListRules.Rules.State cannot be \"ON\"");
        answer = "{}";
        refused(() -> clients.sagemaker().listModels(), "ListModels.Models is missing");
    }

    @Test
    void takesWhatAwsAnswers() {
        answer = "{\"TableNames\": [\"things\"]}";

        assertThatCode(() -> clients.dynamodb().listTables()).doesNotThrowAnyException();
    }

    private static void refused(org.assertj.core.api.ThrowableAssert.ThrowingCallable call, String says) {
        assertThatThrownBy(call).isInstanceOf(AssertionError.class).hasMessageContaining(says);
    }
}
