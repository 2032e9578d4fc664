package io.trainyard.local.containers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImageFileTest {

    @TempDir
    Path folder;

    @Test
    void fillsInFolderAndProperties() throws IOException {
        Path file = Files.writeString(folder.resolve("images.yaml"), """
                images:
                  - image: trainyard/trainer
                    command: ["${java.home}/bin/java", "-jar", "${folder}/trainer.jar"]
                    environment: {CACHE: "${folder}/cache"}
                """);

        assertThat(ImageFile.read(file)).singleElement().satisfies(image -> {
            assertThat(image.repository()).isEqualTo("trainyard/trainer");
            assertThat(image.command())
                    .containsExactly(System.getProperty("java.home") + "/bin/java", "-jar", folder + "/trainer.jar");
            assertThat(image.environment()).containsEntry("CACHE", folder + "/cache");
        });
    }

    @Test
    void aFileThatIsNotThereMapsNothing() throws IOException {
        assertThat(ImageFile.read(folder.resolve("none.yaml"))).isEmpty();
    }

    @Test
    void refusesANameWithoutAValue() throws IOException {
        Path file = Files.writeString(folder.resolve("images.yaml"), """
                images: [{image: a/b, command: ["${no.such.property}"]}]
                """);

        assertThatThrownBy(() -> ImageFile.read(file)).hasMessageContaining("${no.such.property} has no value");
    }

    @Test
    void refusesAnImageWithoutACommand() throws IOException {
        Path file = Files.writeString(folder.resolve("images.yaml"), "images: [{image: a/b}]");

        assertThatThrownBy(() -> ImageFile.read(file)).hasMessageContaining("image a/b: command is empty");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "trainyard/trainer",
                "trainyard/trainer:1.2",
                "localhost:5000/trainyard/trainer",
                "123456789012.dkr.ecr.eu-west-1.amazonaws.com/trainyard/trainer:latest",
                "123456789012.dkr.ecr.eu-west-1.amazonaws.com/trainyard/trainer@sha256:0f"
            })
    void matchesWithAnyRegistryTagAndDigest(String reference) {
        assertThat(ImageName.parse(reference).repository()).isEqualTo("trainyard/trainer");
    }

    @ParameterizedTest
    @ValueSource(strings = {"trainer", "other/trainyard/trainer", "trainyard/trainer-gpu:1"})
    void takesNoOtherRepositoryForIt(String reference) {
        assertThat(ImageName.parse(reference).repository()).isNotEqualTo("trainyard/trainer");
    }
}
