package io.trainyard.local.containers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchiveTest {

    @TempDir
    Path folder;

    @Test
    void packsInNameOrderAndUnpacksTheSame() throws IOException {
        Path content = Files.createDirectories(folder.resolve("model"));
        Files.createDirectories(content.resolve("weights"));
        Files.writeString(content.resolve("weights/layer-with-a-" + "long-".repeat(30) + "name.bin"), "w");
        Files.writeString(content.resolve("model.pt"), "m");
        Files.writeString(content.resolve("golden.json"), "{}");
        Path archive = folder.resolve("model.tar.gz");
        Archive.pack(content, archive);
        Archive.unpack(Files.newInputStream(archive), folder.resolve("copy"));

        assertThat(names(archive)).startsWith("golden.json", "model.pt", "weights/");
        assertThat(folder.resolve("copy/golden.json")).hasContent("{}");
        assertThat(folder.resolve("copy/weights")).isDirectoryContaining("glob:**name.bin");
    }

    @Test
    void refusesAnEntryOutsideTheFolder() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (var tar = new TarArchiveOutputStream(new GzipCompressorOutputStream(bytes))) {
            byte[] evil = "evil".getBytes(StandardCharsets.UTF_8);
            TarArchiveEntry entry = new TarArchiveEntry("../evil");
            entry.setSize(evil.length);
            tar.putArchiveEntry(entry);
            tar.write(evil);
            tar.closeArchiveEntry();
        }

        assertThatThrownBy(() -> Archive.unpack(new ByteArrayInputStream(bytes.toByteArray()), folder.resolve("in")))
                .hasMessageContaining("would land outside");
        assertThat(folder.resolve("evil")).doesNotExist();
    }

    private static List<String> names(Path archive) throws IOException {
        List<String> names = new ArrayList<>();
        try (var tar = new TarArchiveInputStream(new GzipCompressorInputStream(Files.newInputStream(archive)))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                names.add(entry.getName());
            }
        }
        return names;
    }
}
