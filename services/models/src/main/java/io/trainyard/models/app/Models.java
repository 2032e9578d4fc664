package io.trainyard.models.app;

import io.trainyard.events.Failure;
import io.trainyard.models.domain.Model;

/** Registered models by name. What may succeed later (throttling, an error of AWS) is an exception. */
public interface Models {

    /** What came of a registration. */
    sealed interface Registration {

        /** It is there, made now or found to be ours. */
        record Registered(String arn) implements Registration {}

        /** It can never be made. */
        record Refused(Failure failure) implements Registration {}
    }

    Registration register(Model model);

    /** Whether there is a model of that name: one Describe. */
    boolean exists(String name);

    /** Deletes the model; does nothing where there is none. */
    void delete(String name);
}
