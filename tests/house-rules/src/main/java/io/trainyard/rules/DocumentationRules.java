package io.trainyard.rules;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a reader finds before the code: packages that say what they are for, public types that say what they promise. */
public final class DocumentationRules {

    private DocumentationRules() {}

    /** Public types without Javadoc. */
    public static List<String> silentTypes(List<SourceFile> sources) {
        return sources.stream()
                .flatMap(file -> file.types().stream()
                        .filter(type -> type.visible() && !type.documented())
                        .map(type ->
                                "%s:%d %s is public and has no Javadoc: say what it promises, its units and its errors"
                                        .formatted(file.path(), type.line(), type.name())))
                .toList();
    }

    /** Packages without a {@code package-info.java} that says {@code @NullMarked} and, in one line, what the package is. */
    public static List<String> unmarkedPackages(Path module, List<SourceFile> sources) {
        Set<String> packages = sources.stream().map(SourceFile::folder).collect(Collectors.toSet());
        return packages.stream()
                .sorted()
                .flatMap(folder -> missing(folder, module.resolve(folder).resolve("package-info.java")))
                .toList();
    }

    private static Stream<String> missing(String folder, Path info) {
        String text = read(info);
        return Stream.of("@NullMarked", "/**")
                .filter(part -> !text.contains(part))
                .map(part -> "%s has no package-info.java with %s: add it, so that null is the exception that is named"
                        .formatted(folder, part.equals("/**") ? "a Javadoc line" : part));
    }

    private static String read(Path file) {
        try {
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
