package io.trainyard.trainer.parameters;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class DocumentedParametersTest {

    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([a-z-]+)` \\| .* \\| ([^|]+) \\|$");

    @Test
    void theReadmeNamesEveryHyperparameterWithItsDefault() throws IOException {
        List<MatchResult> rows =
                ROW.matcher(Files.readString(Path.of("README.md"))).results().toList();

        assertThat(rows).extracting(row -> row.group(1)).containsExactlyElementsOf(ParameterRules.ALL.keySet());
        for (MatchResult row : rows) {
            ParameterRules.Entry entry = ParameterRules.ALL.get(row.group(1));
            String said = row.group(2).strip();
            assertThat(entry.standard().map(value -> "`" + value + "`").orElse(said))
                    .isEqualTo(said);
            assertThat(said.equals("required")).as(row.group(1)).isEqualTo(entry.required());
        }
    }
}
