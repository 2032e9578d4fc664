package io.trainyard.tests.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import io.trainyard.wiring.ServiceDescription;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What runs on AWS is what was packaged, not the classes: native above all. */
class PackagedTestsTest {

    static Stream<String> services() {
        return Checkout.wiring().services().stream().map(ServiceDescription::name);
    }

    @ParameterizedTest
    @MethodSource("services")
    void everyServiceIsTestedAsItIsPackaged(String service) throws IOException {
        Path tests = Checkout.ROOT.resolve("services").resolve(service).resolve("src/test/java");
        try (Stream<Path> files = Files.walk(tests)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .as("a test on the package, as docs/how-to/add-a-service.md says")
                    .anyMatch(name -> name.endsWith("IT.java"));
        }
    }
}
