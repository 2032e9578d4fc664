package io.trainyard.probe.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.trainyard.events.JobAccepted;
import io.trainyard.events.Metadata;
import io.trainyard.events.Releasing;
import io.trainyard.events.json.Json;
import io.trainyard.events.route.Plan;
import io.trainyard.events.route.PlannedStep;
import io.trainyard.events.route.Position;
import io.trainyard.fakes.AwsStub;
import io.trainyard.fakes.CalledFunction;
import io.trainyard.lambda.FunctionContract;
import io.trainyard.lambda.FunctionOnStub;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProbeFunctionTest extends FunctionContract {

    @Override
    protected CalledFunction open(AwsStub where) {
        return new FunctionOnStub("probe", where, parts -> new ProbeHandler().messages(parts.steps()));
    }

    @Override
    protected String work() {
        var now = Instant.now();
        var plan = Plan.draw(List.of(new PlannedStep("p1", "probe", List.of(), Json.tree(Map.of()))));
        var route = Position.start(1, now.plus(Duration.ofDays(1)), plan).open().getFirst();
        var metadata = new Metadata("id", "job1", "id", "request", now, 1);
        return delivered("trainyard.intake", new Releasing(metadata, route, new JobAccepted("probes", "shop.orders")));
    }

    @Test
    void claimsTheStepSaysThatItIsDoneAndThenMarksItAsSaid() {
        assertThat(failures(hear(work()))).isEmpty();

        assertThat(aws.calls().stream().map(call -> call.substring(0, call.indexOf(' '))))
                .containsSubsequence("PutItem", "PutEvents", "PutItem");
        assertThat(aws.calls())
                .filteredOn(call -> call.startsWith("PutEvents"))
                .singleElement()
                .asString()
                .contains("probe-completed", "trainyard.probe", "ty-test");
    }
}
