package io.trainyard.training.app;

import io.trainyard.events.Failure;
import io.trainyard.steps.domain.AttemptKey;
import io.trainyard.training.domain.TrainingJob;
import io.trainyard.training.domain.TrainingReport;
import java.util.List;
import java.util.Optional;

/**
 * Training jobs by name. A name is unique for ever in an account and region. What may succeed later (throttling, an error of AWS) is an
 * exception.
 */
public interface TrainingJobs {

    /** Creates the job, or finds that it is there and ours. Empty on success; otherwise why it can never be created. */
    Optional<Failure> create(TrainingJob job);

    /** What is known of the job; empty where there is none. */
    Optional<TrainingReport> find(String name);

    /** The names of all jobs that have not ended and begin with the prefix. Lists them: only the sweep asks. */
    List<String> running(String prefix);

    /** Whether the tags of a job say that it was made for this run of this job. */
    boolean ours(AttemptKey key, String name);

    /** Asks for the job to be stopped; does nothing where it has ended or is not there. */
    void stop(String name);
}
