package io.trainyard.tests.watchdog;

import io.trainyard.tests.mortal.Resource;
import io.trainyard.tests.mortal.Resources;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A job of two steps that was asked for. */
record AskedJob(String caller, String id, Instant at) {

    static final String CREATE = "CreateTrainingJob";
    private static final String LOOK = "DescribeTrainingJob";

    /** When SageMaker was asked for its training job. */
    Optional<Instant> created(Resources ledger) {
        return resource("train", ledger).flatMap(training -> training.first(CREATE));
    }

    /** When its training had settled, and the next step called SageMaker. */
    Optional<Instant> goneOn(Resources ledger) {
        return resource("model", ledger).flatMap(model -> model.first("CreateModel"));
    }

    /** When SageMaker was asked how its training is. */
    List<Instant> looks(Resources ledger) {
        return resource("train", ledger).stream()
                .flatMap(training -> training.lines().stream())
                .filter(line -> line.what().equals(LOOK))
                .map(Resource.Line::at)
                .toList();
    }

    private Optional<Resource> resource(String step, Resources ledger) {
        return ledger.of(id).stream()
                .filter(each -> each.name().step().equals(step))
                .findFirst();
    }
}
