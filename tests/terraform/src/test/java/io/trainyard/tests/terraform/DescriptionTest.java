package io.trainyard.tests.terraform;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The description by itself: formatted, valid, its invariants and refusals, and no service named in it. */
class DescriptionTest {

    /** A comment, or the name of a block: a module may be called as a service is. */
    private static final Pattern NAMES_SOMETHING_ELSE = Pattern.compile("^ *#|^(module|resource|output|variable) ");

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
            var text = Checkout.read(file)
                    .lines()
                    .filter(line -> !NAMES_SOMETHING_ELSE.matcher(line).find())
                    .collect(Collectors.joining("\n"));
            services()
                    .forEach(service -> assertThat(text)
                            .as("%s names the service %s", file, service)
                            .doesNotContain("\"" + service + "\""));
        }
    }

    private static Stream<String> services() {
        return Checkout.files(Checkout.ROOT.resolve("services"), "/service.yaml").stream()
                .map(file -> file.getParent().getFileName().toString())
                .filter(service -> !service.equals("ledger"))
                .distinct();
    }
}
