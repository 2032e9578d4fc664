package io.trainyard.trainer;

import com.google.gson.Gson;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The Dockerfile, read. What its entry point says is what the process tests run, so that the two cannot differ. */
final class ContainerImage {

    private static final String HOME = "/opt/trainer/";

    private final List<String> lines;

    private ContainerImage(List<String> lines) {
        this.lines = lines;
    }

    static ContainerImage read() {
        try {
            String joined = Files.readString(Path.of("Dockerfile")).replace("\\\n", " ");
            return new ContainerImage(joined.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What follows each instruction of one kind. */
    List<String> all(String instruction) {
        return lines.stream()
                .filter(line -> line.startsWith(instruction + " "))
                .map(line -> line.substring(instruction.length() + 1).strip())
                .toList();
    }

    List<String> entryPoint() {
        return Arrays.asList(new Gson().fromJson(all("ENTRYPOINT").getLast(), String[].class));
    }

    /** The entry point with this machine's Java, and the image's files where the build has put them. */
    List<String> asProcess(String command) {
        Map<String, String> places =
                Map.of(jar(), Path.of("target/classes").toAbsolutePath().toString(), HOME + "lib/*", libraries());
        return Stream.concat(
                        entryPoint().stream().map(word -> {
                            if (word.equals("java")) {
                                return Path.of(System.getProperty("java.home"), "bin", "java")
                                        .toString();
                            }
                            return word.startsWith(HOME) ? replaced(word, places) : word;
                        }),
                        Stream.of(command))
                .toList();
    }

    /** The jar on the entry point's class path. */
    String jar() {
        return classPath().split(":")[0];
    }

    String classPath() {
        return entryPoint().get(entryPoint().indexOf("-cp") + 1);
    }

    private static String replaced(String classPath, Map<String, String> places) {
        return Arrays.stream(classPath.split(":")).map(places::get).collect(Collectors.joining(File.pathSeparator));
    }

    private static String libraries() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> entry.endsWith(".jar"))
                .collect(Collectors.joining(File.pathSeparator));
    }
}
