package io.trainyard.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.trainyard.local.AccountOptions.Tuning;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;

class HttpApiTest extends AccountTestCase {

    @Override
    AccountOptions options() {
        var services = folder.resolve("services");
        SampleServices.write(services, "door", """
                service: door
                routes: ["POST /jobs for submit", "GET /jobs/{id} for submit", "GET /files/{path+} for submit"]
                function: {memory: 128, timeout: 10}
                """);
        return AccountOptions.in(folder.resolve("home"))
                .withServices(services)
                .withTuning(Tuning.standard().withRuntime(SampleServices.runtime()));
    }

    @Test
    void givesTheFunctionPayloadVersionTwoAndPassesItsAnswerOn() throws Exception {
        var answer = send(request("/jobs?a=1&a=2&b=x%20y")
                .header("Content-Type", "application/json")
                .header("Cookie", "c=3; d=4")
                .POST(BodyPublishers.ofString("{\"n\": 1}")));

        var event = json(answer);
        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.headers().firstValue("X-Sample")).contains("yes");
        assertThat(answer.headers().allValues("Set-Cookie")).containsExactly("a=1", "b=2");
        assertThat(answer.headers().firstValue("Apigw-Requestid")).isPresent();
        assertThat(event.path("version").asText()).isEqualTo("2.0");
        assertThat(event.path("routeKey").asText()).isEqualTo("POST /jobs");
        assertThat(event.path("body").asText()).isEqualTo("{\"n\": 1}");
        assertThat(event.path("isBase64Encoded").asBoolean()).isFalse();
        assertThat(event.path("cookies")).extracting(JsonNode::asText).containsExactly("c=3", "d=4");
        assertThat(event.at("/queryStringParameters/a").asText()).isEqualTo("1,2");
        assertThat(event.at("/queryStringParameters/b").asText()).isEqualTo("x y");
        assertThat(event.at("/requestContext/http/method").asText()).isEqualTo("POST");
        assertThat(event.at("/requestContext/accountId").asText()).isEqualTo("123456789012");
    }

    @Test
    void passesBinaryBodiesInBase64() throws Exception {
        var answer = send(request("/jobs")
                .header("Content-Type", "application/octet-stream")
                .POST(BodyPublishers.ofByteArray(new byte[] {1, 2, 3})));

        assertThat(json(answer).path("body").asText()).isEqualTo("AQID");
        assertThat(json(answer).path("isBase64Encoded").asBoolean()).isTrue();
    }

    @Test
    void findsTheParametersOfThePath() throws Exception {
        assertThat(json(send(request("/jobs/job%201").GET()))
                        .at("/pathParameters/id")
                        .asText())
                .isEqualTo("job 1");
        assertThat(json(send(request("/files/a/b/c").GET()))
                        .at("/pathParameters/path")
                        .asText())
                .isEqualTo("a/b/c");
    }

    @Test
    void saysThatThereIsNoSuchRoute() throws Exception {
        var answer = send(request("/none").GET());

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).isEqualTo("{\"message\":\"Not Found\"}");
        assertThat(send(request("/jobs").DELETE()).statusCode()).isEqualTo(404);
    }

    @Test
    void refusesBodiesThatTheGatewayOrLambdaWouldRefuse() throws Exception {
        assertThat(send(request("/jobs").POST(BodyPublishers.ofByteArray(new byte[11 << 20])))
                        .statusCode())
                .isEqualTo(413);
        var answer = send(request("/jobs")
                .header("Content-Type", "text/plain")
                .POST(BodyPublishers.ofByteArray(new byte[7 << 20])));
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("message");
    }

    @Test
    void letsOnlyPagesOfThisMachineReadAnswers() throws Exception {
        var own = send(
                request("/jobs/1").header("Origin", "http://localhost:8080").GET());
        var other =
                send(request("/jobs/1").header("Origin", "https://example.com").GET());

        assertThat(own.headers().firstValue("Access-Control-Allow-Origin")).contains("http://localhost:8080");
        assertThat(other.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
    }

    @Test
    void tellsThatItIsReady() throws Exception {
        var answer = send(request("/_trainyard/health").GET());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(json(answer).path("status").asText()).isEqualTo("ready");
    }

    @Test
    void handsTheClaimsOfTheTokenToTheFunctionAsText() throws Exception {
        var claims =
                json(send(request("/jobs").POST(BodyPublishers.noBody()))).at("/requestContext/authorizer/jwt/claims");

        assertThat(claims.path("sub").asText()).isEqualTo("local");
        assertThat(claims.path("cognito:groups").asText()).isEqualTo("[submit infer operate]");
        assertThat(claims.path("aud").asText()).isEqualTo("ty-local-people");
    }

    @Test
    void asksNoFunctionWithoutAToken() throws Exception {
        var anonymous = HttpRequest.newBuilder(account.endpoint().resolve("/jobs/1"));

        var answer = send(anonymous);

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).isEqualTo("{\"message\":\"Unauthorized\"}");
        assertThat(answer.headers().firstValue("WWW-Authenticate")).contains("Bearer");
    }

    private HttpRequest.Builder request(String path) {
        try {
            var token = new ObjectMapper()
                    .readTree(folder.resolve("home/tokens.json").toFile());
            return HttpRequest.newBuilder(account.endpoint().resolve(path))
                    .header("Authorization", "Bearer " + token.path("all").asText());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        try (var http = HttpClient.newHttpClient()) {
            return http.send(request.build(), BodyHandlers.ofString());
        }
    }

    private static JsonNode json(HttpResponse<String> answer) throws IOException {
        return new ObjectMapper().readTree(answer.body());
    }
}
