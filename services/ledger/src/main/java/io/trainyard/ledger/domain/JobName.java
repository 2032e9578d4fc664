package io.trainyard.ledger.domain;

import io.trainyard.events.Event;
import io.trainyard.events.JobAccepted;
import io.trainyard.events.JobRejected;
import io.trainyard.events.JobRequested;
import java.util.Optional;

/** What people call a job, and who asked for it, as far as that has been heard. */
final class JobName {

    private JobName() {}

    static Optional<String> of(JobFile file) {
        return file.events().stream()
                .flatMap(event -> switch (event.fact()) {
                    case JobAccepted accepted -> Optional.of(accepted.name()).stream();
                    case JobRequested requested ->
                        Optional.of(requested.request().name()).stream();
                    default -> Optional.<String>empty().stream();
                })
                .findFirst();
    }

    static Optional<String> sender(JobFile file) {
        return file.events().stream()
                .map(Event::fact)
                .flatMap(fact -> switch (fact) {
                    case JobAccepted accepted -> Optional.of(accepted.requestedBy()).stream();
                    case JobRejected rejected -> Optional.of(rejected.requestedBy()).stream();
                    default -> Optional.<String>empty().stream();
                })
                .findFirst();
    }
}
