package io.trainyard.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The short form of {@code ./trainyard chaos}: an account of its own, as the long one has. */
class ChaosTest {

    @Test
    void nothingIsLostDoubledStuckOrOrphanedUnderKills() {
        Path built = Launcher.ROOT.resolve("tests/chaos/target");
        var classPath = built.resolve("trainyard-tests-chaos-0.1.0-SNAPSHOT.jar") + File.pathSeparator
                + built.resolve("lib") + File.separator + "*";
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();

        var ended = Launcher.run(
                List.of(
                        java,
                        "-cp",
                        classPath,
                        "io.trainyard.tests.chaos.Main",
                        "--jobs",
                        "20",
                        "--seed",
                        "1",
                        "--function-every",
                        "6s",
                        "--account-every",
                        "25s",
                        "--least",
                        "1",
                        "--limit",
                        "150s"),
                Map.of("TRAINYARD_ROOT", Launcher.ROOT.toString()));

        assertThat(ended.out()).as("%s", ended.err()).contains("lost 0, doubled 0, stuck 0, orphaned 0");
        assertThat(ended.status()).as("%s", ended.out()).isZero();
    }
}
