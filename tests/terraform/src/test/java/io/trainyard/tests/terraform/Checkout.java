package io.trainyard.tests.terraform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The checkout that these tests run in. */
final class Checkout {

    static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();
    static final Path TERRAFORM = ROOT.resolve("infra/terraform");
    static final Path OVERRIDES = Path.of("src/test/terraform").toAbsolutePath();

    private Checkout() {}

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The files below a folder whose paths end so, in order, without what Terraform itself leaves there. */
    static List<Path> files(Path folder, String ending) {
        try (var found = Files.walk(folder)) {
            return found.filter(file -> file.toString().endsWith(ending))
                    .filter(file -> !file.toString().contains("/.terraform"))
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
