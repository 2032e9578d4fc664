package io.trainyard.supply;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Writes the list of libraries out of the CycloneDX list, for {@code ./trainyard licences}; no part of {@code verify}. */
class LibraryListIT {

    private static final Path TARGET = Path.of("../../target");

    @Test
    void writesEveryLibraryWithItsLicence() throws IOException {
        var bom = new ObjectMapper().readTree(TARGET.resolve("bom.json").toFile());
        String head =
                "# Written by ./trainyard licences --write from the CycloneDX list. Every library that a distribution may hold,"
                        + " and its licence.\n";
        Files.writeString(
                TARGET.resolve("libraries.txt"), head + Licences.of(bom).text());
    }
}
