package io.trainyard.ledger.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.trainyard.events.Event;
import io.trainyard.fakes.AwsStub;
import io.trainyard.fakes.CalledFunction;
import io.trainyard.lambda.FunctionContract;
import io.trainyard.lambda.FunctionOnStub;
import io.trainyard.ledger.domain.Story;
import io.trainyard.measures.Measures;
import java.time.Clock;
import org.junit.jupiter.api.Test;

class LedgerFunctionTest extends FunctionContract {

    @Override
    protected CalledFunction open(AwsStub where) {
        return new FunctionOnStub(
                "ledger",
                where,
                parts -> new LedgerHandler(
                        parts.dynamo(), parts.deployment(), parts.bus(), Clock.systemUTC(), Measures.NONE));
    }

    @Override
    protected String work() {
        return delivered("trainyard.intake", new Story(1).accepted());
    }

    @Test
    void keepsTheFactAndThenTheRecordThatItMakes() {
        assertThat(failures(hear(work()))).isEmpty();

        assertThat(did())
                .containsSubsequence(fact(new Story(1).accepted()), "PutItem record")
                .noneMatch(call -> call.startsWith("PutEvents"));
    }

    @Test
    void decidesHowARunEndedBeforeItSaysSoAndMarksItAfter() {
        var story = new Story(1);
        hear(delivered("trainyard.intake", story.accepted()));
        var failed = story.trainingFailed();
        assertThat(failures(hear(delivered("trainyard.training", failed)))).isEmpty();

        assertThat(did())
                .containsSubsequence(
                        fact(failed), "PutItem verdict#0000001", "PutEvents job-failed", "UpdateItem verdict#0000001");
        assertThat(calls("PutItem"))
                .filteredOn(call -> call.at("/Item/sk/S").equals("record"))
                .last()
                .extracting(call -> call.at("/Item/ended/S"))
                .isEqualTo("ERROR");
    }

    private static String fact(Event event) {
        return "PutItem fact#" + event.metadata().id();
    }
}
