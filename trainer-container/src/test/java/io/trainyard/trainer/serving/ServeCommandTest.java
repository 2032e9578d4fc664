package io.trainyard.trainer.serving;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.trainyard.trainer.ContainerFolder;
import io.trainyard.trainer.SampleRows;
import io.trainyard.trainer.contract.ContainerSettings;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServeCommandTest {

    private static final String CSV = "text/csv";
    private static final String JSON = "application/json";

    @TempDir
    static Path folder;

    private static ServeCommand server;
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @BeforeAll
    static void trainAndServe() {
        new ContainerFolder(folder)
                .with("target", "label")
                .with("task", "classification")
                .with("categorical", "colour")
                .channel("train", SampleRows.clouds(90))
                .train();
        server = serve(folder, Map.of("TRAINYARD_MODEL_VERSION", "kind/3", "MAX_REQUEST_BYTES", "2000"));
        server.awaitModel(Duration.ofSeconds(30));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void isWellOnceTheModelIsLoaded() throws Exception {
        assertThat(get(server, "/ping").statusCode()).isEqualTo(200);
    }

    @Test
    void isNotWellWithoutAModelAndSaysWhy(@TempDir Path empty) throws Exception {
        try (ServeCommand without = serve(empty, Map.of())) {
            without.awaitModel(Duration.ofSeconds(30));

            assertThat(get(without, "/ping").statusCode()).isEqualTo(404);
            assertThat(get(without, "/ping").body()).contains("the model does not load");
            assertThat(post(without, CSV, "*/*", "1,2,red").statusCode()).isEqualTo(500);
        }
    }

    @Test
    void isNotWellWhenTheFilesDoNotBelongTogether(@TempDir Path torn) throws Exception {
        ContainerFolder good = new ContainerFolder(folder);
        new ContainerFolder(torn)
                .file("model/model.json", good.read("model/model.json"))
                .file("model/weights.safetensors", "not weights");
        try (ServeCommand broken = serve(torn, Map.of())) {
            broken.awaitModel(Duration.ofSeconds(30));

            assertThat(get(broken, "/ping").statusCode()).isEqualTo(404);
        }
    }

    @Test
    void answersTheGoldenRowAsTheTrainingDid() throws Exception {
        JsonObject golden = JsonParser.parseString(new ContainerFolder(folder).read("model/golden.json"))
                .getAsJsonObject();

        HttpResponse<String> answer = post(
                server,
                golden.get("contentType").getAsString(),
                JSON,
                golden.get("body").getAsString());

        assertThat(JsonParser.parseString(answer.body())).isEqualTo(golden.get("expected"));
    }

    @Test
    void namesTheModelVersionInTheHeaderThatSageMakerForwards() throws Exception {
        assertThat(post(server, CSV, "*/*", "0,100,red").headers().firstValue("X-Amzn-SageMaker-Custom-Attributes"))
                .contains("model-version=kind/3");
        assertThat(post(server, "text/plain", "*/*", "x").headers().firstValue("X-Amzn-SageMaker-Custom-Attributes"))
                .contains("model-version=kind/3");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    text/csv                        | 0,100,red
                    text/csv; charset=utf-8         | 0, 100, red
                    TEXT/CSV                        | x,y,colour\\n0,100,red
                    text/csv                        | \\n0,100,"red"\\r\\n
                    application/json                | {"instances":[[0,100,"red"]]}
                    application/json                | {"instances":[["0","100","red"]]}
                    application/json                | {"instances":[{"colour":"red","y":100,"x":0}]}
                    application/json                | [[0,100,"red"]]
                    application/json; charset=utf-8 | {"features":[0,100,"red"]}
                    """)
    void answersTheSameInEveryFormItTakes(String type, String body) throws Exception {
        HttpResponse<String> answer =
                post(server, type, "*/*", body.replace("\\n", "\n").replace("\\r", "\r"));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        JsonObject prediction = JsonParser.parseString(answer.body())
                .getAsJsonObject()
                .getAsJsonArray("predictions")
                .get(0)
                .getAsJsonObject();
        assertThat(prediction.get("label").getAsString()).isEqualTo("cloud-0");
        assertThat(prediction.getAsJsonObject("probabilities").keySet())
                .containsExactly("cloud-0", "cloud-1", "cloud-2");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    text/csv         | 400 | ``                          | the body is empty: send at least one row of features
                    text/csv         | 400 | x,y,colour                  | there are no rows: send at least one row of features
                    text/csv         | 400 | 0,100                       | row 1 has 2 features, 3 expected (x,y,colour)
                    text/csv         | 400 | 0,100,red,9                 | row 1 has 4 features, 3 expected (x,y,colour)
                    text/csv         | 400 | 0,100,red;0,abc,red         | row 2, column 'y': 'abc' is not a number
                    text/csv         | 400 | 0,NaN,red                   | row 1, column 'y': the value is missing ('NaN')
                    text/csv         | 400 | 0,,red                      | row 1, column 'y': the value is missing ('')
                    text/csv         | 400 | 0,1e99,red                  | row 1, column 'y': '1e99' is not a finite number
                    text/csv         | 400 | 0,100,green                 | row 1, column 'colour': 'green' was not seen in training; known are blue, red
                    application/json | 400 | nonsense                    | send {"instances":[[...],...]}, [[...],...] or {"features":[...]}
                    application/json | 400 | {"instances":               | the body is not JSON
                    application/json | 400 | {"rows":[[1]]}              | the object has neither 'instances' nor 'features'
                    application/json | 400 | {"instances":[]}            | there are no rows
                    application/json | 400 | {"instances":5}             | a list of rows is expected
                    application/json | 400 | [5]                         | row 1 is neither a list nor an object
                    application/json | 400 | [[0,100]]                   | row 1 has 2 features, 3 expected (x,y,colour)
                    application/json | 400 | [[0,null,"red"]]            | row 1, column 'y': the value is missing ('')
                    application/json | 400 | [[0,true,"red"]]            | row 1, column 'y': true is neither a number nor a string
                    application/json | 400 | [[0,[1],"red"]]             | row 1, column 'y': [1] is neither a number nor a string
                    application/json | 400 | [{"x":0,"y":1}]             | row 1, column 'colour': the value is missing ('')
                    application/json | 400 | [{"z":0}]                   | row 1: 'z' is not a feature; expected are x,y,colour
                    text/plain       | 415 | 0,100,red                   | content type 'text/plain' is not supported: send text/csv or application/json
                    image/png        | 415 | x                           | content type 'image/png' is not supported
                    """)
    void refusesWithASentenceThatHelps(String type, int status, String body, String sentence) throws Exception {
        HttpResponse<String> answer = post(server, type, "*/*", body.replace(";0,abc", "\n0,abc"));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(JsonParser.parseString(answer.body())
                        .getAsJsonObject()
                        .get("error")
                        .getAsString())
                .contains(sentence);
    }

    @Test
    void refusesABodyOverTheLimit() throws Exception {
        HttpResponse<String> answer = post(server, CSV, "*/*", "0,100,red\n".repeat(300));

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("larger than 2000 bytes");
    }

    @Test
    void answersInTheFormThatIsAccepted() throws Exception {
        assertThat(post(server, CSV, CSV, "0,100,red\n20,60,blue").body()).isEqualTo("cloud-0\ncloud-2\n");
        assertThat(post(server, CSV, "application/xml, text/csv;q=0.5", "0,100,red")
                        .body())
                .isEqualTo("cloud-0\n");
        assertThat(post(server, CSV, "image/png", "0,100,red").statusCode()).isEqualTo(406);
    }

    @Test
    void refusesAnotherMethodAndAnotherPath() throws Exception {
        assertThat(get(server, "/invocations").statusCode()).isEqualTo(405);
        assertThat(get(server, "/nowhere").statusCode()).isEqualTo(404);
    }

    @Test
    void answersManyAtOnceEachWithItsOwn() {
        List<CompletableFuture<HttpResponse<String>>> answers = IntStream.range(0, 200)
                .mapToObj(i -> request(server, CSV, CSV, 10 * (i % 3) + "," + (100 - 20 * (i % 3)) + ",red"))
                .map(request -> CLIENT.sendAsync(request, BodyHandlers.ofString()))
                .toList();

        for (int i = 0; i < answers.size(); i++) {
            assertThat(answers.get(i).join().body()).isEqualTo("cloud-" + i % 3 + "\n");
        }
    }

    private static ServeCommand serve(Path base, Map<String, String> more) {
        Map<String, String> environment = new HashMap<>(more);
        environment.put("SAGEMAKER_BASE_DIR", base.toString());
        environment.put("SAGEMAKER_BIND_TO_PORT", "0");
        return ServeCommand.start(ContainerSettings.from(environment), System.getenv());
    }

    private static HttpResponse<String> get(ServeCommand to, String path) throws Exception {
        return CLIENT.send(HttpRequest.newBuilder(uri(to, path)).build(), BodyHandlers.ofString());
    }

    private static HttpResponse<String> post(ServeCommand to, String type, String accept, String body)
            throws Exception {
        return CLIENT.send(request(to, type, accept, body), BodyHandlers.ofString());
    }

    private static HttpRequest request(ServeCommand to, String type, String accept, String body) {
        return HttpRequest.newBuilder(uri(to, "/invocations"))
                .header("Content-Type", type)
                .header("Accept", accept)
                .POST(BodyPublishers.ofString(body))
                .build();
    }

    private static URI uri(ServeCommand to, String path) {
        return URI.create("http://127.0.0.1:" + to.port() + path);
    }
}
