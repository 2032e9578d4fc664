package io.trainyard.local.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class FaultPageTest {

    private static final Path PAGE = Path.of("../../docs/local-account/faults.md");

    @Test
    void thePageTellsEveryKindInItsOwnWordsAndEveryField() throws IOException {
        var page = Files.readString(PAGE);

        assertThat(Arrays.stream(FaultKind.values())
                        .map(kind -> "| `" + kind.word() + "` | " + kind.meaning() + " |")
                        .filter(row -> !page.contains(row)))
                .isEmpty();
        assertThat(FaultText.FIELDS.stream().filter(field -> !page.contains("`" + field + "`")))
                .isEmpty();
    }
}
