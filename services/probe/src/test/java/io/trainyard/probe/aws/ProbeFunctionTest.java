package io.trainyard.probe.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.trainyard.fakes.AwsStub;
import io.trainyard.fakes.CalledFunction;
import io.trainyard.lambda.FunctionContract;
import io.trainyard.lambda.FunctionOnStub;
import io.trainyard.lambda.Releases;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProbeFunctionTest extends FunctionContract {

    @Override
    protected CalledFunction open(AwsStub where) {
        return new FunctionOnStub("probe", where, parts -> new ProbeHandler().messages(parts.steps()));
    }

    @Override
    protected String work() {
        return delivered("trainyard.intake", Releases.of("probe", Map.of()));
    }

    @Test
    void claimsTheStepSaysThatItIsDoneAndThenMarksItAsSaid() {
        assertThat(failures(hear(work()))).isEmpty();

        assertThat(did()).containsSubsequence("PutItem 1#probe#1", "PutEvents probe-completed", "PutItem 1#probe#1");
        assertThat(aws.calls())
                .filteredOn(call -> call.startsWith("PutEvents"))
                .singleElement()
                .asString()
                .contains("probe-completed", "trainyard.probe", "ty-test");
    }
}
