package io.trainyard.endpoints.aws;

import io.trainyard.endpoints.app.GoldenRows;
import io.trainyard.events.S3Location;
import io.trainyard.events.json.Json;
import io.trainyard.events.json.UnreadableEvent;
import io.trainyard.events.request.Golden;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchBucketException;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/** Golden rows in archives on S3. A trainer that writes its files in the order of their names has it near the front. */
final class S3GoldenRows implements GoldenRows {

    private static final String FILE = "golden.json";
    private static final int FILE_LIMIT = 1 << 20;

    /** How much of the unpacked archive is looked through. */
    private static final long ARCHIVE_LIMIT = 256L << 20;

    private final S3Client s3;

    S3GoldenRows(S3Client s3) {
        this.s3 = s3;
    }

    @Override
    public Kept in(String artifact) {
        return S3Location.parse(artifact)
                .filter(location -> !location.key().isEmpty())
                .map(location -> kept(artifact, location))
                .orElseGet(() -> new Kept.Missing(artifact + " is no S3 location"));
    }

    private Kept kept(String artifact, S3Location location) {
        try (ResponseInputStream<GetObjectResponse> archive =
                s3.getObject(request -> request.bucket(location.bucket()).key(location.key()))) {
            try {
                return search(artifact, archive);
            } finally {
                // The rest of the archive is not wanted.
                archive.abort();
            }
        } catch (NoSuchKeyException | NoSuchBucketException e) {
            return new Kept.Missing("there is no " + artifact);
        } catch (ZipException e) {
            return new Kept.Missing(artifact + " is no gzip archive");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Kept search(String artifact, InputStream archive) throws IOException {
        try (var tar = new TarArchiveInputStream(new GZIPInputStream(archive))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                if (entry.isFile() && FILE.equals(entry.getName().replaceFirst("^\\./", ""))) {
                    return parsed(artifact, tar);
                }
                if (tar.getBytesRead() > ARCHIVE_LIMIT) {
                    return new Kept.Missing(
                            artifact + " has no " + FILE + " among its first " + (ARCHIVE_LIMIT >> 20) + " MB");
                }
            }
            return new Kept.Missing(artifact + " has no " + FILE);
        }
    }

    private static Kept parsed(String artifact, InputStream file) throws IOException {
        byte[] bytes = file.readNBytes(FILE_LIMIT + 1);
        if (bytes.length > FILE_LIMIT) {
            return new Kept.Missing(FILE + " in " + artifact + " is larger than 1 MB");
        }
        try {
            return new Kept.Found(Json.read(new String(bytes, StandardCharsets.UTF_8), Golden.class));
        } catch (UnreadableEvent e) {
            return new Kept.Missing(FILE + " in " + artifact + " is not readable: " + e.getMessage());
        }
    }
}
