package io.trainyard.intake.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.trainyard.events.json.Json;
import io.trainyard.fakes.AwsStub;
import io.trainyard.fakes.CalledFunction;
import io.trainyard.lambda.FunctionContract;
import io.trainyard.lambda.FunctionOnStub;
import io.trainyard.requests.app.ExamineRequest;
import io.trainyard.requests.app.SampleRequests;
import io.trainyard.requests.domain.Limits;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.Test;

class IntakeFunctionTest extends FunctionContract {

    @Override
    protected CalledFunction open(AwsStub where) {
        var intake = new IntakeParts();
        return new FunctionOnStub(
                "intake",
                where,
                parts -> intake.messages(
                        parts.deployment(),
                        new ExamineRequest(Limits.shipped(), SampleRequests.datasets()),
                        intake.stores(
                                parts.dynamo(), parts.deployment(), parts.timers(), parts.bus(), Clock.systemUTC())));
    }

    @Override
    protected String work() {
        return delivered("shop.orders", "job-requested", Json.tree(Map.of("data", 7)));
    }

    @Test
    void refusesARequestOfAnyShapeInWords() {
        assertThat(failures(hear(work()))).isEmpty();

        assertThat(aws.calls())
                .filteredOn(call -> call.startsWith("PutEvents"))
                .singleElement()
                .asString()
                .contains("job-rejected", "trainyard.intake");
    }

    @Test
    void namesEveryViolationOfARequest() {
        hear(delivered("shop.orders", "job-requested", Json.tree(Map.of("data", Map.of("mode", "fly")))));

        assertThat(aws.calls())
                .filteredOn(call -> call.startsWith("PutEvents"))
                .singleElement()
                .asString()
                .contains("job-rejected", "/mode", "/name");
    }
}
