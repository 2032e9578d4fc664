package io.trainyard.supply;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./trainyard audit} with a scanner that answers as each test has it. */
class AuditTest {

    private static final Path SUPPLY =
            Path.of("../../infra/supply-chain/supply.bash").toAbsolutePath().normalize();
    private static final String BOM = """
            {"components" : [
              {"purl" : "pkg:maven/io.trainyard/trainyard-events@0.1.0-SNAPSHOT?type=jar"},
              {"purl" : "pkg:maven/org.jspecify/jspecify@1.0.1?type=jar"},
              {"purl" : "pkg:maven/com.fasterxml.jackson.core/jackson-databind@2.20.1?type=jar"}]}
            """;

    private record Run(int status, String output) {}

    @TempDir
    Path folder;

    @BeforeEach
    void listLibraries() throws IOException {
        Files.createDirectories(folder.resolve("target"));
        Files.writeString(folder.resolve("target/bom.json"), BOM);
    }

    @Test
    void saysThatNothingIsKnownWhereTheScannerFindsOnlyWhatEverybodyKnows() throws Exception {
        Run run = audit(1, 0);

        assertThat(run.output()).contains("no known vulnerability in 2 libraries");
        assertThat(run.status()).isZero();
        assertThat(lookedUp())
                .containsExactlyInAnyOrder(
                        "org.jspecify:jspecify 1.0.1", "com.fasterxml.jackson.core:jackson-databind 2.20.1");
    }

    @Test
    void failsWhereOneOfOursIsVulnerable() throws Exception {
        assertThat(audit(1, 1).status()).isEqualTo(1);
    }

    @Test
    void doesNotBelieveAScannerThatFindsNothingAtAll() throws Exception {
        Run run = audit(0, 0);

        assertThat(run.output()).contains("log4j-core 2.14.1", "nothing was checked");
        assertThat(run.status()).isEqualTo(69);
    }

    @Test
    void saysThatItCouldNotLook() throws Exception {
        assertThat(audit(127, 127).status()).isEqualTo(69);
        assertThat(audit(1, 127).output()).contains("nothing was checked");
    }

    /** @param known what the scanner ends with where it is asked for what everybody knows, and {@code ours} for our own libraries */
    private Run audit(int known, int ours) throws IOException, InterruptedException {
        Path scanner = folder.resolve("osv-scanner");
        Files.writeString(
                scanner, "#!/bin/sh\ncase $* in *known.json) exit %d ;; *) exit %d ;; esac\n".formatted(known, ours));
        Files.setPosixFilePermissions(scanner, PosixFilePermissions.fromString("rwx------"));
        String script = "say() { echo \"$*\"; }; . \"$0\"; make_bom() { :; }; audit";
        var builder = new ProcessBuilder("bash", "-uc", script, SUPPLY.toString())
                .directory(folder.toFile())
                .redirectErrorStream(true);
        builder.environment().merge("PATH", folder + ":", (path, first) -> first + path);
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes());
        return new Run(process.waitFor(), output);
    }

    private List<String> lookedUp() throws IOException {
        JsonNode list = new ObjectMapper()
                .readTree(folder.resolve("target/osv-libraries.json").toFile());
        return list.at("/results/0/packages").findValues("package").stream()
                .map(library -> library.path("name").asText() + " "
                        + library.path("version").asText())
                .toList();
    }
}
