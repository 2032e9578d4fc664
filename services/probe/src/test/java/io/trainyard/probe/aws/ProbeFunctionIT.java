package io.trainyard.probe.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.trainyard.fakes.AwsStub;
import io.trainyard.fakes.CalledFunction;
import io.trainyard.fakes.PackagedFunction;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The same on what was packaged. */
class ProbeFunctionIT extends ProbeFunctionTest {

    @Override
    protected CalledFunction open(AwsStub where) {
        return PackagedFunction.of("probe", where.endpoint(), Map.of());
    }

    /** From there CloudWatch takes it. */
    @Test
    void writesWhatItMeasuresIntoItsLog() {
        hear(work());

        assertThat(Path.of("target/packaged/ty-test-probe.log"))
                .content()
                .contains("\"HopTime\":", "\"Deployment\":\"ty-test\"", "\"jobId\":\"job1\"", "\"_aws\":{");
    }
}
