package io.trainyard.measures;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is measured is drawn and explained, and nothing is drawn that nobody measures. */
class DashboardTest {

    private static final Path ROOT = Path.of("../../..").toAbsolutePath().normalize();
    private static final Set<String> MEASURED =
            Arrays.stream(Measure.values()).map(Measure::metric).collect(Collectors.toCollection(TreeSet::new));

    @Test
    void theDashboardDrawsEveryMeasureAndNoOther() throws IOException {
        String dashboard = Files.readString(ROOT.resolve("infra/terraform/modules/dashboard/main.tf"));

        assertThat(names(dashboard, "(?m)^    (\\w+) += \\{ title = ")).isEqualTo(MEASURED);
        assertThat(dashboard).contains("SEARCH('{" + EmbeddedMetrics.NAMESPACE + ",Deployment,Service} ");
    }

    @Test
    void theDocumentExplainsEveryMeasureAndNoOther() throws IOException {
        String document = Files.readString(ROOT.resolve("docs/how-to/read-the-measures.md"));

        assertThat(names(document, "(?m)^\\| `(\\w+)` \\|")).isEqualTo(MEASURED);
    }

    @Test
    void everyMeasureIsTakenBySomeService() {
        var taken = names(sources(), "\\bMeasure\\.([A-Z_]+)\\b");

        assertThat(taken)
                .containsExactlyInAnyOrder(
                        Arrays.stream(Measure.values()).map(Measure::name).toArray(String[]::new));
    }

    private static Set<String> names(String text, String pattern) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String sources() {
        try (Stream<Path> files = Files.walk(ROOT.resolve("services"))) {
            return files.filter(file -> file.toString().replace('\\', '/').contains("/src/main/java/"))
                    .filter(file -> file.toString().endsWith(".java"))
                    .map(DashboardTest::read)
                    .collect(Collectors.joining());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
