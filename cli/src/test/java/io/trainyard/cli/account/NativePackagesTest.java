package io.trainyard.cli.account;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trainyard.cli.CommandFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NativePackagesTest {

    @TempDir
    private Path services;

    @Test
    void takesServicesThatAreExecutables() throws IOException {
        service("intake", "target/function.zip", "bootstrap");
        service("training", "function.zip", "bootstrap");
        Files.createDirectories(services.resolve("support"));

        assertThatCode(() -> NativePackages.require(services)).doesNotThrowAnyException();
    }

    @Test
    void namesThoseThatAreNotAndWhatToDo() throws IOException {
        service("intake", "target/function.zip", "bootstrap");
        service("training", "target/function.zip", "io/trainyard/Main.class");
        Files.createDirectories(services.resolve("models"));
        Files.writeString(services.resolve("models/service.yaml"), "service: models\n");

        assertThatThrownBy(() -> NativePackages.require(services))
                .isInstanceOf(CommandFailure.class)
                .hasMessage("not packaged as native executables: models, training; run ./trainyard build --native,"
                        + " which needs native-image or a running Docker, or leave --native out");
    }

    /** What the account takes first is what counts. */
    @Test
    void looksAtThePackageThatTheAccountWouldRun() throws IOException {
        service("intake", "target/function.zip", "io/trainyard/Main.class");
        service("intake", "function.zip", "bootstrap");

        assertThatThrownBy(() -> NativePackages.require(services)).hasMessageContaining("intake");
    }

    private void service(String name, String archive, String entry) throws IOException {
        Path file = services.resolve(name).resolve(archive);
        Files.createDirectories(file.getParent());
        Files.writeString(services.resolve(name).resolve("service.yaml"), "service: " + name + "\n");
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry(entry));
        }
    }
}
