package io.trainyard.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.trainyard.cli.CommandRun;
import io.trainyard.cli.FakeApi;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FaultCommandTest {

    private static final String PLAN = """
            {"seed": 1, "faults": [{"id": "throttle", "kind": "throttle", "service": "sagemaker", "rate": 0.05,
             "since": "2026-03-01T10:00:00Z", "considered": 40, "fired": 3}]}""";

    @TempDir
    Path home;

    private final FakeApi api = new FakeApi();

    @BeforeEach
    void start() throws IOException {
        CommandRun.pretendToRun(home, api);
        api.on("GET /_trainyard/faults", 200, PLAN)
                .on("POST /_trainyard/faults", 200, PLAN)
                .on("DELETE /_trainyard/faults", 200, "{\"seed\": 1, \"faults\": []}")
                .on("DELETE /_trainyard/faults?id=throttle", 200, "{\"seed\": 1, \"faults\": []}");
    }

    @AfterEach
    void stop() {
        api.close();
    }

    @Test
    void listsWhatIsInForceAndHowOftenItStruck() {
        var listed = run("fault");

        assertThat(listed.status()).isZero();
        assertThat(listed.out())
                .contains("throttle", "3", "service=sagemaker rate=0.05")
                .doesNotContain("considered");
        assertThat(run("fault", "list", "--output", "json").out()).contains("\"fired\" : 3");
    }

    @Test
    void setsAFaultByItsFields() {
        run("fault", "set", "no-capacity", "instanceType=ml.p3.*", "limit=2", "rate=0.5", "for=2m");

        assertThat(api.requests())
                .containsExactly("POST /_trainyard/faults {\"kind\":\"no-capacity\",\"instanceType\":\"ml.p3.*\","
                        + "\"limit\":2,\"rate\":0.5,\"for\":\"2m\"}");
    }

    @Test
    void setsTheFaultsOfAFile() throws IOException {
        Files.writeString(home.resolve("faults.json"), "{\"seed\": 7, \"faults\": []}");

        run("fault", "set", "--file", "faults.json");

        assertThat(api.requests()).containsExactly("POST /_trainyard/faults {\"seed\":7,\"faults\":[]}");
    }

    @Test
    void clearsOneOrAll() {
        assertThat(run("fault", "clear", "throttle").out()).contains("no faults");
        assertThat(run("fault", "clear").status()).isZero();
        assertThat(api.requests())
                .containsExactly("DELETE /_trainyard/faults?id=throttle", "DELETE /_trainyard/faults");
    }

    @Test
    void saysWhatIsWrongWithItsArguments() {
        assertThat(run("fault", "set").err()).contains("name a kind of fault, or a file with --file");
        assertThat(run("fault", "set", "throttle", "often").err()).contains("'often' is not of the form field=value");
        assertThat(run("fault", "set", "--file", "none.json").err()).contains("none.json cannot be read as JSON");
    }

    private CommandRun run(String... arguments) {
        return CommandRun.of(home, List.of(arguments));
    }
}
