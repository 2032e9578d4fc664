package io.trainyard.supply;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Compares two builds of one commit, for {@code ./trainyard reproducible}; no part of {@code verify}, which builds once. */
class ReproducibleIT {

    private static final Path REPORT = Path.of("../../target/reproducible.txt");
    private static final Path BUILDS = Path.of(System.getProperty("reproducible.builds"));

    @ParameterizedTest
    @MethodSource("services")
    void differsOnlyInWhatQuarkusGeneratesForAKnownCause(String service) throws IOException {
        var builds = TwoBuilds.of(function("1", service), function("2", service));
        Files.createDirectories(REPORT.getParent());
        Files.writeString(REPORT, report(service, builds), StandardOpenOption.CREATE, StandardOpenOption.APPEND);

        assertThat(builds.inOneOnly()).as("entries that only one build has").isEmpty();
        assertThat(builds.differing().entrySet().stream()
                        .filter(entry -> entry.getValue().isEmpty())
                        .map(Map.Entry::getKey))
                .as("entries that differ without a known cause")
                .isEmpty();
    }

    static Stream<String> services() {
        return Stream.of(System.getProperty("reproducible.services").split(","));
    }

    private static Path function(String build, String service) {
        return BUILDS.resolve(build).resolve("services").resolve(service).resolve("target/function.zip");
    }

    private static String report(String service, TwoBuilds builds) {
        long jars = builds.first().keySet().stream()
                .filter(name -> name.endsWith(".jar"))
                .count();
        long ours = builds.first().keySet().stream()
                .filter(name -> name.startsWith("io/trainyard/"))
                .count();
        Map<String, List<String>> byCause = new TreeMap<>();
        builds.differing()
                .forEach((name, cause) -> byCause.computeIfAbsent(
                                cause.isEmpty() ? "for no known cause" : "because " + cause, one -> new ArrayList<>())
                        .add(name));
        String lines = byCause.entrySet().stream()
                .map(entry -> "  %d differ %s:%n    %s%n"
                        .formatted(
                                entry.getValue().size(),
                                entry.getKey(),
                                String.join(System.lineSeparator() + "    ", entry.getValue())))
                .collect(Collectors.joining());
        return "%s: %d entries, %d of them jars, %d ours; %d in one build only; %d differ%n%s"
                .formatted(
                        service,
                        builds.first().size(),
                        jars,
                        ours,
                        builds.inOneOnly().size(),
                        builds.differing().size(),
                        lines);
    }
}
