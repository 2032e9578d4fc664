package io.trainyard.tests.terraform;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The description by itself: formatted, valid, its invariants and refusals, and no service named in it. */
class DescriptionTest {

    private static Terraform root;

    @BeforeAll
    static void makeReady() {
        var workspace = Workspace.fresh(Path.of("target/description").toAbsolutePath());
        root = Terraform.initialised(workspace.module("."), Map.of());
    }

    @Test
    void isFormatted() {
        assertThat(new Terraform(Checkout.TERRAFORM, Map.of()).run("fmt", "-check", "-recursive", "-diff"))
                .isEqualTo(new Terraform.Ended(0, ""));
    }

    @Test
    void isValid() {
        assertThat(root.succeed("validate")).contains("The configuration is valid");
    }

    @Test
    void holdsItsInvariantsAndRefusesWhatCannotBe() {
        assertThat(root.succeed("test")).contains("Success!").contains(" passed, 0 failed");
    }

    @Test
    void namesNoServiceButTheOneThatHearsReplays() {
        for (var file : Checkout.files(Checkout.TERRAFORM, ".tf")) {
            var lines = Checkout.read(file).lines().filter(line -> !line.strip().startsWith("#") && !line.startsWith("module "));
            assertThat(lines).allSatisfy(line -> services().forEach(service -> assertThat(line)
                    .as("%s names the service %s", file, service)
                    .doesNotContain("\"" + service + "\"")));
        }
    }

    private static Stream<String> services() {
        return Checkout.files(Checkout.ROOT.resolve("services"), "/service.yaml").stream()
                .map(file -> file.getParent().getFileName().toString())
                .filter(service -> !service.equals("ledger"))
                .distinct();
    }
}
