package io.trainyard.local.lambda;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * A {@code function.zip} unpacked: {@code lib/*.jar} as they are, and everything else in one {@code function.jar},
 * because a class data archive takes jars only.
 *
 * @param folder named after the archive's time and size, so that the same archive is unpacked once, without reading it
 */
record FunctionPackage(Path folder) {

    private static final String BOOTSTRAP = "bootstrap";

    /** Unpacks the archive below {@code root} unless it is there already. */
    static FunctionPackage unpack(Path archive, Path root) {
        try {
            var folder = root.resolve(Files.getLastModifiedTime(archive).toMillis() + "-" + Files.size(archive));
            if (!Files.isDirectory(folder)) {
                var draft = Files.createTempDirectory(Files.createDirectories(root), "unpacking");
                extract(archive, draft);
                Files.move(draft, folder, StandardCopyOption.ATOMIC_MOVE);
            }
            return new FunctionPackage(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot unpack " + archive, e);
        }
    }

    /** Whether it holds a native executable in place of classes. */
    boolean isNative() {
        return Files.exists(folder.resolve(BOOTSTRAP));
    }

    Path bootstrap() {
        return folder.resolve(BOOTSTRAP);
    }

    /** Its jars, its own classes first. */
    List<Path> jars() {
        try (var libraries = Files.list(Files.createDirectories(folder.resolve("lib")))) {
            return Stream.concat(Stream.of(folder.resolve("function.jar")), libraries.sorted())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void extract(Path archive, Path folder) throws IOException {
        try (var zip = new ZipFile(archive.toFile());
                var own = new ZipOutputStream(Files.newOutputStream(folder.resolve("function.jar")))) {
            for (var entry : Collections.list(zip.entries())) {
                var target = folder.resolve(entry.getName()).normalize();
                if (!target.startsWith(folder)) {
                    throw new IOException("the archive leaves its folder: " + entry.getName());
                }
                if (entry.isDirectory()) {
                    continue;
                }
                if (entry.getName().startsWith("lib/") || entry.getName().equals(BOOTSTRAP)) {
                    Files.createDirectories(target.getParent());
                    Files.copy(zip.getInputStream(entry), target);
                } else {
                    own.putNextEntry(new ZipEntry(entry.getName()));
                    zip.getInputStream(entry).transferTo(own);
                    own.closeEntry();
                }
            }
        }
        if (Files.exists(folder.resolve(BOOTSTRAP))
                && !folder.resolve(BOOTSTRAP).toFile().setExecutable(true)) {
            throw new IOException("cannot make " + BOOTSTRAP + " executable");
        }
    }
}
