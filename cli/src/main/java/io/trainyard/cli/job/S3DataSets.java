package io.trainyard.cli.job;

import io.trainyard.cli.CommandFailure;
import io.trainyard.cli.ExitCode;
import io.trainyard.cli.account.RunningAccount;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/** Data sets in the account's bucket, below {@code datasets/<first half of the content's SHA-256>/}. */
public final class S3DataSets implements DataSets {

    private static final int PREFIX = 16;

    private final S3Client s3;
    private final String bucket;

    private S3DataSets(S3Client s3, String bucket) {
        this.s3 = s3;
        this.bucket = bucket;
    }

    /** The data sets of an account, reached with its administrator's key. */
    public static S3DataSets of(RunningAccount account) {
        var key = AwsBasicCredentials.create(account.accessKeyId(), account.secretAccessKey());
        S3Client s3 = S3Client.builder()
                .endpointOverride(account.endpoint())
                .region(Region.of(account.region()))
                .credentialsProvider(StaticCredentialsProvider.create(key))
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .forcePathStyle(true)
                .build();
        return new S3DataSets(s3, account.bucket());
    }

    @Override
    public String upload(Path file) {
        String key = "datasets/%s/%s".formatted(digest(file).substring(0, PREFIX), file.getFileName());
        try {
            s3.putObject(request -> request.bucket(bucket).key(key), RequestBody.fromFile(file));
        } catch (SdkException e) {
            throw new CommandFailure(
                    ExitCode.UNREACHABLE,
                    "cannot upload %s to s3://%s/%s: %s".formatted(file, bucket, key, e.getMessage()));
        }
        return "s3://" + bucket + "/" + key;
    }

    @Override
    public void close() {
        s3.close();
    }

    private static String digest(Path file) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (IOException e) {
            throw new CommandFailure(ExitCode.BAD_INPUT, "cannot read the data set " + file);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
