package io.trainyard.tests.terraform;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every input is typed and described, and docs/terraform/inputs.md says what the modules say. */
class ModuleTablesTest {

    private static final Path DOCUMENT = Checkout.ROOT.resolve("docs/terraform/inputs.md");
    private static final String COMMAND = "./trainyard mvn -pl tests/terraform -am test -Dtest=ModuleTablesTest"
            + " -Dsurefire.failIfNoSpecifiedTests=false -Dtrainyard.regenerate=true";

    @Test
    void everyInputIsTypedAndDescribed() {
        modules().flatMap(module -> ModuleFile.entries(module).stream()).forEach(entry -> {
            assertThat(entry.field("description")).as(entry.name()).isNotEmpty();
            if (entry.kind().equals("variable")) {
                assertThat(entry.field("type")).as(entry.name()).isNotEmpty();
            }
        });
    }

    @Test
    void theTablesSayWhatTheModulesSay() {
        var text = document();
        if (Boolean.getBoolean("trainyard.regenerate")) {
            Checkout.write(DOCUMENT, text);
        }

        assertThat(Checkout.read(DOCUMENT))
                .as("docs/terraform/inputs.md is stale; run %s", COMMAND)
                .isEqualTo(text);
    }

    private static Stream<Path> modules() {
        return Checkout.files(Checkout.TERRAFORM, "variables.tf").stream()
                .map(Path::getParent)
                .distinct();
    }

    private static String document() {
        var text = new StringBuilder("""
                # The inputs of infra/terraform

                Generated from the modules; a test says when it is stale. `required` means that there is no default; inputs marked with * are
                validated, and what cannot be is refused with a sentence.
                """);
        modules().forEach(module -> {
            var name = Checkout.TERRAFORM.relativize(module).toString();
            text.append("\n## ")
                    .append(name.isEmpty() ? "The deployment" : name)
                    .append("\n\n");
            var entries = ModuleFile.entries(module);
            table(text, entries);
            outputs(text, entries);
        });
        return text.toString();
    }

    private static void table(StringBuilder text, List<ModuleFile.Entry> entries) {
        text.append("| input | type | default | what it is |\n|---|---|---|---|\n");
        entries.stream()
                .filter(it -> it.kind().equals("variable"))
                .forEach(it -> text.append("| `%s`%s | %s | %s | %s |\n"
                        .formatted(
                                it.name(),
                                it.validated() ? "*" : "",
                                code(it.field("type")),
                                it.fields().containsKey("default") ? code(it.field("default")) : "required",
                                prose(it.field("description")))));
    }

    private static void outputs(StringBuilder text, List<ModuleFile.Entry> entries) {
        if (entries.stream().noneMatch(it -> it.kind().equals("output"))) {
            return;
        }
        text.append("\n| output | what it is |\n|---|---|\n");
        entries.stream()
                .filter(it -> it.kind().equals("output"))
                .forEach(it -> text.append("| `%s` | %s |\n".formatted(it.name(), prose(it.field("description")))));
    }

    private static String code(String value) {
        return "`" + value.replace("|", "\\|") + "`";
    }

    private static String prose(String quoted) {
        return quoted.substring(1, quoted.length() - 1)
                .replace("\\\"", "\"")
                .replace("|", "\\|")
                .replace("<", "&lt;");
    }
}
