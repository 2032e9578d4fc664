package io.trainyard.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The jars that functions carry: one HTTP client, and nothing that the SDK would look up by a name which no native executable knows, or
 * that no native executable could be made of. Native packages carry no jars.
 */
class FunctionPackagesTest {

    private static final Pattern HTTP_CLIENT =
            Pattern.compile("META-INF/services/software\\.amazon\\.awssdk\\.http\\.(async\\.)?Sdk(Async)?HttpService");
    private static final Pattern BY_NAME = Pattern.compile("software/amazon/awssdk/.*execution\\.interceptors");
    /** Quarkus registers each interceptor that it finds; this one names types of the CRT client, which nobody carries. */
    private static final Pattern NAMES_CRT =
            Pattern.compile("software/amazon/awssdk/services/s3/internal/crt/.*AttachHttpAttributes.*\\.class");

    /** Jars of one name are the same in every function. */
    private static final Map<String, List<String>> READ = new HashMap<>();

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("functions")
    void carryOneHttpClient(Path function) throws IOException {
        assertThat(jarsWith(Files.newInputStream(function), HTTP_CLIENT))
                .singleElement()
                .asString()
                .startsWith("software.amazon.awssdk.url-connection-client-");
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("functions")
    void carryNoInterceptorThatNobodyRegisters(Path function) throws IOException {
        assertThat(jarsWith(Files.newInputStream(function), BY_NAME)).isEmpty();
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("functions")
    void carryNoInterceptorThatNeedsWhatIsNotThere(Path function) throws IOException {
        assertThat(jarsWith(Files.newInputStream(function), NAMES_CRT)).isEmpty();
    }

    @Test
    void aSecondClientIsFound() throws IOException {
        String offers = "META-INF/services/software.amazon.awssdk.http.SdkHttpService";
        var function = zip("lib/url-connection-client.jar", zip(offers, new byte[0]));

        assertThat(jarsWith(new ByteArrayInputStream(function), HTTP_CLIENT))
                .containsExactly("url-connection-client.jar");
        assertThat(jarsWith(new ByteArrayInputStream(zip("lib/other.jar", zip("other", new byte[0]))), HTTP_CLIENT))
                .isEmpty();
    }

    @Test
    void onlyExecutablesAreLeftOut() throws IOException {
        assertThat(packages()).isNotEmpty();
        for (Path some : packages()) {
            assertThat(names(some).stream().anyMatch(name -> name.startsWith("lib/")))
                    .as("%s is looked into where it holds jars", some)
                    .isEqualTo(functions().contains(some));
        }
        assertThat(isExecutable(List.of("bootstrap"))).isTrue();
        assertThat(isExecutable(List.of("lib/a.jar", "lib/bootstrap-1.jar"))).isFalse();
    }

    static List<Path> functions() throws IOException {
        var functions = new ArrayList<Path>();
        for (Path some : packages()) {
            if (!isExecutable(names(some))) {
                functions.add(some);
            }
        }
        return functions;
    }

    /** A native package holds one executable, and no jar of any library. */
    private static boolean isExecutable(List<String> names) {
        return names.contains("bootstrap");
    }

    private static List<String> names(Path function) throws IOException {
        try (var zip = new ZipFile(function.toFile())) {
            return zip.stream().map(ZipEntry::getName).toList();
        }
    }

    private static List<Path> packages() throws IOException {
        try (var folders = Files.list(Path.of("../../services"))) {
            return folders.map(folder -> folder.resolve("target/function.zip"))
                    .filter(Files::exists)
                    .sorted()
                    .toList();
        }
    }

    private static SortedSet<String> jarsWith(InputStream function, Pattern entry) throws IOException {
        SortedSet<String> found = new TreeSet<>();
        try (var zip = new ZipInputStream(function)) {
            for (ZipEntry part = zip.getNextEntry(); part != null; part = zip.getNextEntry()) {
                String jar = part.getName().substring(part.getName().lastIndexOf('/') + 1);
                if (jar.endsWith(".jar") && entries(jar, zip).stream().anyMatch(entry.asMatchPredicate())) {
                    found.add(jar);
                }
            }
        }
        return found;
    }

    private static List<String> entries(String jar, InputStream content) throws IOException {
        List<String> names = READ.get(jar);
        if (names == null) {
            names = new ArrayList<>();
            // Not closed: the jar is a part of what is read on.
            var inside = new ZipInputStream(content);
            for (ZipEntry part = inside.getNextEntry(); part != null; part = inside.getNextEntry()) {
                names.add(part.getName());
            }
            READ.put(jar, names);
        }
        return names;
    }

    private static byte[] zip(String name, byte[] content) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content);
        }
        return bytes.toByteArray();
    }
}
