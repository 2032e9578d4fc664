package io.trainyard.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.trainyard.cli.CommandRun;
import io.trainyard.cli.output.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoctorCommandTest {

    @TempDir
    private Path home;

    @Test
    void namesTheFixOfEveryToolThatIsMissing() throws IOException {
        CommandRun run = doctor(Map.of("PATH", ""), "--port", "0", "--output", "json");
        JsonNode document = Json.read(run.out());

        assertThat(run.status()).isEqualTo(3);
        assertThat(document.path("well").asBoolean()).isFalse();
        assertThat(finding(document, "maven").path("verdict").asText()).isEqualTo("problem");
        assertThat(finding(document, "maven").path("fix").asText()).contains("apt-get install maven");
        for (String tool : List.of("aws", "moto_server", "docker", "terraform", "python3")) {
            assertThat(finding(document, tool).path("verdict").asText())
                    .as(tool)
                    .isEqualTo("optional");
            assertThat(finding(document, tool).path("fix").asText()).as(tool).startsWith("to ");
        }
        for (String needed : List.of("jdk", "port 0")) {
            assertThat(finding(document, needed).path("verdict").asText())
                    .as(needed)
                    .isEqualTo("ok");
        }
    }

    @Test
    void showsTheVersionsOfWhatIsThere() throws IOException {
        Path maven = Files.writeString(home.resolve("mvn"), "#!/bin/sh\necho Apache Maven 3.9.11\n");
        assertThat(maven.toFile().setExecutable(true)).isTrue();
        CommandRun run = doctor(Map.of("PATH", home.toString()), "--port", "0");

        assertThat(run.out()).contains("Apache Maven 3.9.11");
    }

    @Test
    void showsWhereAProgramIsThatDoesNotSayItsVersion() throws IOException {
        Path moto = Files.writeString(home.resolve("moto_server"), "#!/bin/sh\necho usage: moto_server\nexit 2\n");
        assertThat(moto.toFile().setExecutable(true)).isTrue();

        assertThat(doctor(Map.of("PATH", home.toString()), "--port", "0").out()).contains(moto.toString());
    }

    @Test
    void namesTheOwnerOfATakenPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            CommandRun run = doctor(Map.of("PATH", ""), "--port", Integer.toString(socket.getLocalPort()));

            assertThat(run.status()).isEqualTo(3);
            assertThat(run.out())
                    .contains(
                            "taken by java (process " + ProcessHandle.current().pid() + ")")
                    .contains("--port 0");
        }
    }

    private CommandRun doctor(Map<String, String> environment, String... options) {
        List<String> arguments = new ArrayList<>(List.of("doctor"));
        arguments.addAll(List.of(options));
        return CommandRun.of(home, environment, arguments);
    }

    private static JsonNode finding(JsonNode document, String name) {
        for (JsonNode finding : document.path("findings")) {
            if (finding.path("name").asText().equals(name)) {
                return finding;
            }
        }
        throw new AssertionError("no finding called " + name + " in " + document);
    }
}
