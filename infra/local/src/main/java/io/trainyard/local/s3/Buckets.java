package io.trainyard.local.s3;

import io.trainyard.local.front.Relay;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;

/**
 * S3 on a loopback port of its own, behind the front. An object is the file {@code <folder>/<bucket>/<key>}, so that a
 * container running as a process could read it, and a person can.
 */
public final class Buckets implements AutoCloseable {

    /** What of S3's API s3proxy has, each called by the script of tests/system that uses stock tools. */
    public static final Set<String> OPERATIONS = Set.of(
            "AbortMultipartUpload",
            "CompleteMultipartUpload",
            "CopyObject",
            "CreateBucket",
            "CreateMultipartUpload",
            "DeleteBucket",
            "DeleteObject",
            "DeleteObjects",
            "GetBucketLocation",
            "GetObject",
            "HeadBucket",
            "HeadObject",
            "ListBuckets",
            "ListMultipartUploads",
            "ListObjects",
            "ListObjectsV2",
            "ListParts",
            "PutObject",
            "UploadPart");

    private static final long LARGEST_PUT = 5L << 30;

    private final S3Proxy proxy;
    private final Path folder;

    private Buckets(S3Proxy proxy, Path folder) {
        this.proxy = proxy;
        this.folder = folder;
    }

    /** Starts over the objects in {@code folder}. */
    public static Buckets start(Path folder) {
        // s3proxy refuses every bucket below a root that is not absolute and normalized.
        var root = folder.toAbsolutePath().normalize();
        try {
            Files.createDirectories(root);
            var proxy = S3Proxy.builder()
                    .blobStore(new FilesystemNio2BlobStore(root.toString()))
                    .endpoint(URI.create("http://127.0.0.1:0"))
                    .awsAuthentication(AuthenticationType.NONE, "", "")
                    .ignoreUnknownHeaders(true)
                    .maxSinglePartObjectSize(LARGEST_PUT)
                    .v4MaxNonChunkedRequestSize(LARGEST_PUT)
                    .build();
            proxy.start();
            return new Buckets(proxy, root);
        } catch (Exception e) {
            throw new IllegalStateException("S3 did not start over " + root, e);
        }
    }

    /** Where it listens itself, behind the front. */
    public URI address() {
        return URI.create("http://127.0.0.1:" + proxy.getPort());
    }

    /** Makes a bucket if there is none of that name. */
    public void ensure(String bucket) {
        try {
            Files.createDirectories(folder.resolve(bucket));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make bucket " + bucket, e);
        }
    }

    /**
     * Turns {@code bucket.localhost/key} into {@code /bucket/key}; every other address is in path style already.
     */
    public static Relay.Target pathStyle(Relay.Target target) {
        var host = target.host().replaceFirst(":\\d+$", "");
        for (var suffix : new String[] {".s3.localhost", ".localhost", ".127.0.0.1"}) {
            if (host.endsWith(suffix) && host.length() > suffix.length()) {
                var bucket = host.substring(0, host.length() - suffix.length());
                return new Relay.Target(host, "/" + bucket + target.path());
            }
        }
        return target;
    }

    @Override
    public void close() {
        try {
            proxy.stop();
        } catch (Exception e) {
            throw new IllegalStateException("S3 did not stop", e);
        }
    }
}
