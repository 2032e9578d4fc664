package io.trainyard.cli.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trainyard.cli.CommandFailure;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JdkTest {

    private static final Optional<Jdk> IN_A_NATIVE_EXECUTABLE = Optional.empty();

    @TempDir
    private Path machine;

    @Test
    void aProcessThatRunsOnJavaTakesItsOwn() throws IOException {
        Path other = jdk("other", "99");

        assertThat(Jdk.find(Map.of("JAVA_HOME", other.toString())))
                .hasValue(new Jdk(Path.of(System.getProperty("java.home")), Runtime.version()));
    }

    @Test
    void aNativeExecutableTakesWhatIsNamed() throws IOException {
        Path named = jdk("named", "21.0.5");
        Path other = jdk("other", "25");

        Jdk found = Jdk.require(
                IN_A_NATIVE_EXECUTABLE,
                Map.of(
                        "JAVA_HOME",
                        named.toString(),
                        "PATH",
                        other.resolve("bin").toString()));

        assertThat(found.java()).isEqualTo(named.resolve("bin/java"));
        assertThat(found.version().feature()).isEqualTo(21);
        assertThat(found.compiles()).isFalse();
    }

    @Test
    void elseTheOneThatThePathLeadsTo() throws IOException {
        Path linked = Files.createDirectories(machine.resolve("usr bin"));
        Path there = jdk("there", "25.0.1");
        Files.createSymbolicLink(linked.resolve("java"), there.resolve("bin/java"));

        assertThat(Jdk.find(IN_A_NATIVE_EXECUTABLE, Map.of("PATH", "/nowhere" + File.pathSeparator + linked)))
                .map(Jdk::home)
                .hasValue(there.toRealPath());
    }

    @Test
    void passesOverWhatIsTooOldOrNoJdk() throws IOException {
        Path old = jdk("old", "17.0.9");
        Path ancient = jdk("ancient", "1.8.0_402");
        Path stub = jdk("stub", "21");
        Files.delete(stub.resolve("release"));
        Path good = jdk("good", "21");

        String path = Stream.of(old, ancient, stub, good)
                .map(home -> home.resolve("bin").toString())
                .reduce((first, second) -> first + File.pathSeparator + second)
                .orElseThrow();

        assertThat(Jdk.find(IN_A_NATIVE_EXECUTABLE, Map.of("JAVA_HOME", old.toString(), "PATH", path)))
                .map(Jdk::home)
                .hasValue(good.toRealPath());
    }

    @Test
    void whereThereIsNoneTheFixIsNamed() {
        assertThatThrownBy(() -> Jdk.require(IN_A_NATIVE_EXECUTABLE, Map.of("PATH", machine.toString())))
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining("JAVA_HOME")
                .hasMessageContaining("PATH")
                .hasMessageContaining("version " + Jdk.OLDEST);
    }

    @Test
    void nobodyElseAsksWhereThisJavaLies() throws IOException {
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            assertThat(sources.filter(Files::isRegularFile).filter(JdkTest::asks))
                    .as("a native executable has no java.home")
                    .extracting(source -> source.getFileName().toString())
                    .containsExactly("Jdk.java");
        }
    }

    private static boolean asks(Path source) {
        try {
            return Files.readString(source).contains("\"java.home\"");
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private Path jdk(String name, String version) throws IOException {
        Path home = Files.createDirectories(machine.resolve(name));
        Path java =
                Files.writeString(Files.createDirectories(home.resolve("bin")).resolve("java"), "#!/bin/sh\n");
        assertThat(java.toFile().setExecutable(true)).isTrue();
        Files.writeString(home.resolve("release"), "IMPLEMENTOR=\"nobody\"\nJAVA_VERSION=\"" + version + "\"\n");
        return home;
    }
}
