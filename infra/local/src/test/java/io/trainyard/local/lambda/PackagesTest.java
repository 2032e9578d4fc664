package io.trainyard.local.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackagesTest {

    @TempDir
    Path folder;

    private Path root;
    private FunctionDefinition function;

    @BeforeEach
    void anArchive() throws IOException {
        root = folder.resolve("functions");
        function = function("first");
    }

    @Test
    void unpacksAnArchiveOnceHoweverOftenTheAccountStarts() throws IOException {
        var unpacked = new Packages(root).of(function).folder();
        Files.writeString(unpacked.resolve("mark"), "of the first run");

        assertThat(new Packages(root).of(function).folder()).isEqualTo(unpacked).isDirectoryContaining("glob:**mark");
    }

    @Test
    void removesWhatAnArchiveWasBeforeItWasBuiltAnew() throws IOException {
        var old = new Packages(root).of(function).folder();
        function = function("first", "and more");
        var packages = new Packages(root);
        var now = packages.of(function).folder();
        assertThat(now).isNotEqualTo(old);

        packages.sweep(function);

        assertThat(children(root.resolve("ty-local-sample"))).containsExactly(now);
    }

    @Test
    void removesHalfAnUnpackingThatWasCutShort() throws IOException {
        var packages = new Packages(root);
        var now = packages.of(function).folder();
        Files.createDirectories(root.resolve("ty-local-sample/unpacking123/lib"));

        packages.sweep(function);

        assertThat(children(root.resolve("ty-local-sample"))).containsExactly(now);
    }

    @Test
    void removesThePackagesOfFunctionsThatAreGone() throws IOException {
        var packages = new Packages(root);
        packages.of(function);
        Files.createDirectories(root.resolve("ty-local-gone/1-2/lib"));

        packages.keepOnly(Set.of("ty-local-sample"));

        assertThat(children(root)).containsExactly(root.resolve("ty-local-sample"));
    }

    private FunctionDefinition function(String... entries) throws IOException {
        var archive = folder.resolve("function.zip");
        try (var zip = new ZipOutputStream(Files.newOutputStream(archive))) {
            for (var entry : entries) {
                zip.putNextEntry(new ZipEntry(entry));
                zip.write(entry.getBytes());
            }
        }
        return new FunctionDefinition(
                "ty-local-sample",
                "arn:aws:lambda:eu-west-1:123456789012:function:ty-local-sample",
                256,
                Duration.ofSeconds(30),
                archive,
                Optional.empty(),
                Map.of());
    }

    private static List<Path> children(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.toList();
        }
    }
}
