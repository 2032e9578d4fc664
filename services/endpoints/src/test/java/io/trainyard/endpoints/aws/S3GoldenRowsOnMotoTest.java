package io.trainyard.endpoints.aws;

import io.trainyard.fakes.MotoAccount;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

/** The same against an S3 that nobody here wrote. */
class S3GoldenRowsOnMotoTest extends S3GoldenRowsTest {

    @Override
    S3Client client() {
        return MotoAccount.open().client(S3Client.builder());
    }

    @Override
    void keep(String key, byte[] artifact) {
        S3Client s3 = client();
        s3.createBucket(request -> request.bucket("bucket"));
        s3.putObject(request -> request.bucket("bucket").key(key), RequestBody.fromBytes(artifact));
    }

    @Override
    void keepNothing() {
        client().createBucket(request -> request.bucket("bucket"));
    }
}
