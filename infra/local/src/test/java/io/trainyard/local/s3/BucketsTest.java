package io.trainyard.local.s3;

import static org.assertj.core.api.Assertions.assertThat;

import io.trainyard.local.front.Relay.Target;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BucketsTest {

    @ParameterizedTest
    @CsvSource({
        "data.localhost:4599,    /a/b,      /data/a/b",
        "data.s3.localhost:4599, /a,        /data/a",
        "my.data.localhost,      /,         /my.data/",
        "localhost:4599,         /data/a,   /data/a",
        "127.0.0.1:4599,         /data/a,   /data/a",
    })
    void findsTheBucketInTheHostOrInThePath(String host, String path, String expected) {
        assertThat(Buckets.pathStyle(new Target(host, path)).path()).isEqualTo(expected);
    }
}
