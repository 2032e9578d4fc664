package io.trainyard.local.containers;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorOutputStream;
import org.apache.commons.compress.compressors.gzip.GzipParameters;

/** {@code .tar.gz} files, as SageMaker packs {@code /opt/ml/model}. */
public final class Archive {

    private Archive() {}

    /**
     * Packs the folder's content, in name order, so that a small file with an early name can be read without unpacking the
     * rest. Links and special files are left out.
     */
    public static void pack(Path folder, Path archive) throws IOException {
        GzipParameters fast = new GzipParameters();
        fast.setCompressionLevel(Deflater.BEST_SPEED);
        try (var tar = new TarArchiveOutputStream(
                new GzipCompressorOutputStream(new BufferedOutputStream(Files.newOutputStream(archive)), fast),
                "UTF-8")) {
            tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
            tar.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
            for (Path file : contents(folder)) {
                add(tar, file, folder.relativize(file).toString().replace('\\', '/'));
            }
        }
    }

    private static void add(TarArchiveOutputStream tar, Path file, String name) throws IOException {
        tar.putArchiveEntry(new TarArchiveEntry(file, name));
        if (Files.isRegularFile(file)) {
            Files.copy(file, tar);
        }
        tar.closeArchiveEntry();
    }

    private static List<Path> contents(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> !file.equals(folder) && !Files.isSymbolicLink(file))
                    .filter(file -> Files.isRegularFile(file) || Files.isDirectory(file))
                    .sorted()
                    .toList();
        }
    }

    /**
     * Unpacks into the folder.
     *
     * @throws IOException where it is no gzipped tar, or an entry would land outside the folder
     */
    public static void unpack(InputStream archive, Path folder) throws IOException {
        Path root = Files.createDirectories(folder).toAbsolutePath().normalize();
        try (var tar = new TarArchiveInputStream(gunzipped(archive))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                place(tar, entry, root);
            }
        }
    }

    /** Every member of the file, as gzip itself reads files that were joined. */
    private static InputStream gunzipped(InputStream archive) throws IOException {
        return GzipCompressorInputStream.builder()
                .setInputStream(new BufferedInputStream(archive))
                .setDecompressConcatenated(true)
                .get();
    }

    private static void place(TarArchiveInputStream tar, TarArchiveEntry entry, Path root) throws IOException {
        Path target = root.resolve(entry.getName()).normalize();
        if (!target.startsWith(root)) {
            throw new IOException("archive entry " + entry.getName() + " would land outside its folder");
        }
        if (entry.isDirectory()) {
            Files.createDirectories(target);
        } else if (entry.isFile() && !entry.isSymbolicLink() && !entry.isLink()) {
            Files.createDirectories(target.getParent());
            Files.copy(tar, target, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
