package io.trainyard.requests.aws;

import io.trainyard.fakes.MotoAccount;
import io.trainyard.requests.app.Datasets;
import io.trainyard.requests.app.DatasetsContract;
import org.junit.jupiter.api.AfterEach;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

/** The contract against an S3 that nobody here wrote. It lets everybody read every bucket, so that nothing is forbidden there. */
class S3DatasetsOnMotoTest extends DatasetsContract {

    private final S3Client s3 = MotoAccount.open().client(S3Client.builder());

    @AfterEach
    void close() {
        s3.close();
    }

    @Override
    protected Datasets datasets(String key) {
        s3.createBucket(request -> request.bucket("data"));
        s3.putObject(request -> request.bucket("data").key(key), RequestBody.fromString("a,b"));
        return new S3Datasets(s3);
    }
}
