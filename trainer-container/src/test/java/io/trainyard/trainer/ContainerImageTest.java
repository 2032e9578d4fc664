package io.trainyard.trainer;

import static org.assertj.core.api.Assertions.assertThat;

import io.trainyard.trainer.contract.ContainerSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The image is what the process runner runs: same main class, same jar layout, same contract paths. */
class ContainerImageTest {

    private final ContainerImage image = ContainerImage.read();
    private final ContainerSettings inAContainer = ContainerSettings.from(Map.of());

    @Test
    void startsTheSameMainClass() {
        assertThat(image.entryPoint().getFirst()).isEqualTo("java");
        assertThat(image.entryPoint().getLast()).isEqualTo(Main.class.getName());
        assertThat(image.all("CMD")).isEmpty();
    }

    /** Words of the process runner's mapping, one per line of the YAML list. */
    @Test
    void isWhatTheLocalAccountRunsAsAProcess() throws IOException {
        String mapping = Files.readString(Path.of("images.yaml"));
        List<String> trainer = words(mapping, "trainyard/trainer");
        String jar = Path.of(image.jar()).getFileName().toString();

        assertThat(trainer.getFirst()).isEqualTo("${java.home}/bin/java");
        assertThat(trainer.getLast()).isEqualTo(image.entryPoint().getLast());
        assertThat(trainer.get(trainer.indexOf("-cp") + 1))
                .isEqualTo("${folder}/target/" + jar + "${path.separator}${folder}/target/lib/*");
        assertThat(words(mapping, "trainyard/noop"))
                .contains("${folder}/target/" + jar)
                .endsWith(io.trainyard.trainer.noop.Main.class.getName());
    }

    @Test
    void holdsTheJarAndTheLibraryFolderThatPackageLeaves() throws IOException {
        String jar = "trainyard-trainer-" + version() + ".jar";

        assertThat(image.classPath()).isEqualTo("/opt/trainer/" + jar + ":/opt/trainer/lib/*");
        assertThat(image.all("COPY"))
                .containsExactlyInAnyOrder("target/lib/ /opt/trainer/lib/", "target/" + jar + " /opt/trainer/");
        assertThat(Files.readString(Path.of("pom.xml")))
                .contains("<outputDirectory>${project.build.directory}/lib</outputDirectory>")
                .contains("<mainClass>" + Main.class.getName() + "</mainClass>");
    }

    @Test
    void servesAndStoresWhereTheContractSays() {
        assertThat(image.all("EXPOSE")).containsExactly(String.valueOf(inAContainer.port()));
        assertThat(image.all("WORKDIR"))
                .containsExactly(inAContainer.layout().base().toString());
        assertThat(inAContainer.layout().hyperparameters()).hasToString("/opt/ml/input/config/hyperparameters.json");
        assertThat(inAContainer.layout().channel("train")).hasToString("/opt/ml/input/data/train");
        assertThat(inAContainer.layout().model()).hasToString("/opt/ml/model");
        assertThat(inAContainer.layout().checkpoints()).hasToString("/opt/ml/checkpoints");
        assertThat(inAContainer.layout().failure()).hasToString("/opt/ml/output/failure");
        assertThat(String.join(" ", image.all("ENV"))).doesNotContain("SAGEMAKER_");
    }

    /** SageMaker mounts /opt/ml as root's, and expects containers to run as root (its Developer Guide, on inference code of one's own). */
    @Test
    void leavesTheUserToSageMaker() {
        assertThat(image.all("USER")).isEmpty();
    }

    @Test
    void fetchesNothingWhileItIsBuilt() {
        assertThat(image.all("RUN")).isEmpty();
    }

    private static List<String> words(String mapping, String repository) {
        String entry = mapping.substring(mapping.indexOf("- image: " + repository + "\n"));
        int next = entry.indexOf("- image: ", 1);
        return (next < 0 ? entry : entry.substring(0, next))
                .lines()
                .filter(line -> line.startsWith("      - "))
                .map(line -> line.substring("      - ".length()))
                .toList();
    }

    private static String version() throws IOException {
        String pom = Files.readString(Path.of("pom.xml"));
        int from = pom.indexOf("<version>") + "<version>".length();
        return pom.substring(from, pom.indexOf("</version>"));
    }
}
