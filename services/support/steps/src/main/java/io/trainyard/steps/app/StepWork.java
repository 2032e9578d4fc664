package io.trainyard.steps.app;

import io.trainyard.events.Failure;
import io.trainyard.steps.domain.Attempt;
import io.trainyard.steps.domain.Outcome;
import io.trainyard.steps.domain.ResourceChange;
import java.util.Optional;

/**
 * What a launching service does for a step of its kind. Everything here may be called again for the same attempt, and has
 * one effect however often: resources go under the attempt's own name.
 *
 * <p>An exception means "try again": throttling, a lost connection, an error of AWS. What cannot succeed is an
 * {@link Outcome.Failed}.
 */
public interface StepWork {

    /** The kind of step that this service hears. */
    String kind();

    /** The API family of the call that {@link #launch} makes, such as {@code CreateModel}; empty where it calls nobody. */
    default Optional<String> creates() {
        return Optional.empty();
    }

    /** Asks AWS for the effect. Called only by the owner of the row's lease. */
    Launch launch(Attempt attempt);

    /** Looks at the resource: one Describe. */
    Sighting look(Attempt attempt);

    /** Understands what SageMaker said of the resource. */
    Sighting read(Attempt attempt, ResourceChange change);

    /** The failure of an attempt whose resource is gone although nobody here stopped it. */
    Outcome vanished(Attempt attempt);

    /**
     * Asks AWS to stop the resource, and says what is left of it: {@code Running} while something is, {@code Ended} where
     * nothing runs any more, {@code Absent} where there is no such resource.
     */
    Sighting stop(Attempt attempt);

    /** Whether the effect costs money or leaves a resource: then the row has a timer, and its outcome is stored before it is said. */
    default boolean paid() {
        return true;
    }

    /**
     * Stores an outcome with whatever has to change in the same transaction. Answers the row as it was stored, whose outcome
     * may say more than {@code settled}'s; empty where something has changed meanwhile, and nothing is stored then.
     */
    default Optional<Attempt> settle(Attempts attempts, Attempt read, Attempt settled) {
        return attempts.replace(read, settled) ? Optional.of(settled) : Optional.empty();
    }

    /** Whether a stored outcome may be said now: false while something has to be cleaned up first, which is tried here. */
    default boolean clean(Attempt settled) {
        return true;
    }

    /** Called before a row is written as stopped: nothing of the attempt runs any more. */
    default void stopped(Attempt attempt) {}

    /** The failure of a step whose release was given up; empty for a kind that cannot fail: its run ends at its deadline. */
    default Optional<Outcome> givenUp(Attempt attempt, Failure failure) {
        return Optional.empty();
    }

    /**
     * Looks for what is paid for under our prefix although no row answers for it any more, and stops it. Lists, so that it is asked once in
     * a long while; what carries other tags than ours is left alone.
     */
    default void sweep(Attempts attempts) {}

    /** Whether the outcome of an older run can stand for the same work in a later one. */
    default boolean reusable(Attempt older) {
        return older.outcome().filter(Outcome.Succeeded.class::isInstance).isPresent();
    }

    /** The outcome of an older run, said for this attempt. */
    Outcome adopt(Attempt attempt, Outcome.Succeeded older);
}
