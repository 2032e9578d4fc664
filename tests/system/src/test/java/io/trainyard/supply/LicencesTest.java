package io.trainyard.supply;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;

/** What is shipped may be shipped: every jar is a library of {@code infra/supply-chain/libraries.txt}, with a licence that is allowed. */
class LicencesTest {

    private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();
    private static final Path SUPPLY = ROOT.resolve("infra/supply-chain");

    private final Licences licences = Licences.read(Files.readAllLines(SUPPLY.resolve("libraries.txt")));
    private final Set<String> allowed = Files.readAllLines(SUPPLY.resolve("licences.txt")).stream()
            .filter(line -> !line.startsWith("#"))
            .collect(Collectors.toSet());

    LicencesTest() throws IOException {}

    @Test
    void everyJarOfEveryPackageIsListed() throws IOException {
        assertThat(shipped())
                .hasSizeGreaterThan(100)
                .as("jars that infra/supply-chain/libraries.txt does not know; see ./trainyard licences --help")
                .allMatch(jar -> licences.library(jar).isPresent());
    }

    @Test
    void everyListedLibraryHasAnAllowedLicence() {
        assertThat(licences.refused(allowed))
                .as("libraries with a licence that infra/supply-chain/licences.txt does not allow")
                .isEmpty();
    }

    @Test
    void aLicenceThatIsNotAllowedIsFoundAndOneOfTwoIsEnough() throws IOException {
        var bom = new ObjectMapper().readTree("""
                {"components": [
                  {"group": "a", "name": "viral", "version": "1", "licenses": [{"license": {"id": "AGPL-3.0-only"}}]},
                  {"group": "a", "name": "either", "version": "1",
                   "licenses": [{"license": {"id": "AGPL-3.0-only"}}, {"license": {"id": "MIT"}}]},
                  {"group": "a", "name": "silent", "version": "1", "licenses": []},
                  {"group": "io.trainyard", "name": "ours", "version": "1"}]}""");
        var read = Licences.read(Licences.of(bom).text().lines().toList());

        assertThat(read).isEqualTo(Licences.of(bom));
        assertThat(read.refused(allowed)).containsOnlyKeys("a:viral:1", "a:silent:1");
        assertThat(read.library("modified-a.viral-1.jar")).contains("a:viral:1");
        assertThat(read.library("viral-1-linux.jar")).contains("a:viral:1");
        assertThat(read.library("viral-2.jar")).isEmpty();
    }

    /** Others' jars: of every function, and beside the command line, the account and the trainer. */
    private static Set<String> shipped() throws IOException {
        Set<String> jars = new TreeSet<>();
        for (Path function : functions()) {
            try (var zip = new ZipFile(function.toFile())) {
                zip.stream()
                        .map(entry -> Path.of(entry.getName()).getFileName().toString())
                        .forEach(jars::add);
            }
        }
        for (String module : new String[] {"cli", "infra/local", "trainer-container"}) {
            try (Stream<Path> files = Files.list(ROOT.resolve(module).resolve("target/lib"))) {
                files.map(file -> file.getFileName().toString()).forEach(jars::add);
            }
        }
        jars.removeIf(name -> !name.endsWith(".jar") || name.contains("trainyard"));
        return jars;
    }

    private static List<Path> functions() throws IOException {
        try (Stream<Path> folders = Files.list(ROOT.resolve("services"))) {
            return folders.map(folder -> folder.resolve("target/function.zip"))
                    .filter(Files::exists)
                    .toList();
        }
    }
}
