package io.trainyard.capacity.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.trainyard.capacity.app.ClimbLadder;
import io.trainyard.capacity.app.ClimbStores;
import io.trainyard.capacity.domain.ClimbPolicy;
import io.trainyard.events.CapacityError;
import io.trainyard.events.Failure;
import io.trainyard.events.FailureClass;
import io.trainyard.events.Standing;
import io.trainyard.fakes.AwsStub;
import io.trainyard.fakes.CalledFunction;
import io.trainyard.lambda.FunctionContract;
import io.trainyard.lambda.FunctionOnStub;
import io.trainyard.lambda.Releases;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.servicequotas.ServiceQuotasClient;

class CapacityFunctionTest extends FunctionContract {

    @Override
    protected CalledFunction open(AwsStub where) {
        var clock = Clock.systemUTC();
        var quotas = where.client(ServiceQuotasClient.builder());
        return new FunctionOnStub("capacity", where, parts -> {
            String prefix = parts.deployment().prefix();
            var stores = new ClimbStores(
                    new DynamoClimbs(parts.dynamo(), parts.deployment().table("climbs")),
                    new SchedulerClimbTimers(parts.timers(), prefix),
                    new CachedServiceQuotas(quotas, clock, Duration.ofHours(1)),
                    parts.bus(),
                    clock,
                    () -> 0.5);
            return new CapacityHandler(new ClimbLadder(stores, ClimbPolicy.defaults(), prefix));
        });
    }

    @Override
    protected String work() {
        return refused("ml.a", "ml.b");
    }

    @Test
    void writesTheNextTypeDownAndThenReleasesTheStepWithIt() {
        assertThat(failures(hear(work()))).isEmpty();

        assertThat(did()).containsSubsequence("PutItem 1#training", "PutEvents step-released");
        assertThat(calls("PutEvents"))
                .singleElement()
                .extracting(call -> call.at("/Entries/0/Detail"))
                .asString()
                .contains("ml.b");
    }

    @Test
    void waitsWhereEveryTypeWasRefusedAndReleasesTheStepWhenItsTimerSaysSo() {
        assertThat(failures(hear(refused("ml.a")))).isEmpty();
        String timer = "/schedules/ty-test-job1-training-1-1p";
        assertThat(did()).containsSubsequence("PutItem 1#training", timer, "PutEvents job-delayed");

        String body = calls(timer).getFirst().at("/Target/Input");
        assertThat(failures(hear(body))).isEmpty();
        assertThat(did())
                .containsSubsequence("PutEvents job-delayed", "PutItem 1#training", "PutEvents step-released", timer);
    }

    /** The first of the types is what there was none of. */
    private static String refused(String... types) {
        var failure = new Failure(FailureClass.CAPACITY, "CapacityError: none of " + types[0], "wait");
        var fact = new CapacityError("training", 1, failure, types[0], List.of(types[0]), false);
        var position = Releases.position("training", Map.of("instanceTypes", List.of(types)));
        return delivered("trainyard.training", new Standing(Releases.metadata(), position, fact));
    }
}
