package io.trainyard.simulation;

import io.trainyard.events.EndpointReady;
import io.trainyard.events.EndpointRetireRequested;
import io.trainyard.events.Failure;
import io.trainyard.events.FailureClass;
import io.trainyard.events.JobCancelRequested;
import io.trainyard.events.JobDelayed;
import io.trainyard.events.JobFailed;
import io.trainyard.events.JobResumeRequested;
import io.trainyard.events.JobRetryRequested;
import io.trainyard.events.TrainingStarted;
import io.trainyard.simulation.Sabotage.Message;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** What can become of a job: between them these stories bring every kind of message to every service. */
enum Story {
    GOES_WELL {
        @Override
        void prepare(House house) {
            // Nothing is in its way.
        }
    },
    FAILS {
        @Override
        void prepare(House house) {
            refuseTraining(house, FailureClass.CALLER);
        }
    },
    IS_RESUMED {
        @Override
        void prepare(House house) {
            refuseTraining(house, FailureClass.OURS);
            house.when(event -> event.fact() instanceof JobFailed, () -> {
                house.sabotage().mend();
                house.ask(new JobResumeRequested(1, "ann"));
            });
        }
    },
    IS_CANCELLED {
        @Override
        void prepare(House house) {
            house.when(
                    event -> event.fact() instanceof TrainingStarted,
                    () -> house.ask(new JobCancelRequested(1, "ann")));
        }
    },
    IS_RETIRED {
        @Override
        void prepare(House house) {
            house.when(
                    event -> event.fact() instanceof EndpointReady,
                    () -> house.ask(new EndpointRetireRequested("ann")));
        }
    },
    LACKS_CAPACITY {
        @Override
        void prepare(House house) {
            refuseTraining(house, FailureClass.CAPACITY);
            house.mendAfter(Duration.ofHours(8));
            house.when(event -> event.fact() instanceof JobDelayed, () -> house.ask(new JobRetryRequested(1, "ann")));
        }
    },
    IS_PARKED {
        @Override
        void prepare(House house) {
            house.sabotage().deadly(new Message("training", "probe-completed"));
        }
    };

    /** Brings a house to where this happens. */
    abstract void prepare(House house);

    /** The kinds of messages that are received on the way. */
    Set<Message> messages() {
        House house = new House();
        house.sabotage().watch();
        prepare(house);
        house.play();
        return house.sabotage().seen();
    }

    private static void refuseTraining(House house, FailureClass type) {
        house.sabotage().answer("sagemaker.create", Optional.of(new Failure(type, "no", "act on it")));
    }
}
