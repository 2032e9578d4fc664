package io.trainyard.tests.chaos;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.trainyard.tests.mortal.NoopJob;

/**
 * One job of a run.
 *
 * @param caller an event source such as {@code acme.orders}, or {@link #API}
 * @param name is the idempotency key too
 */
record PlannedJob(String caller, String name, Fate fate) {

    /** Whoever asks over HTTP. */
    static final String API = "api";

    private static final int LONGEST_RUN_SECONDS = 600;
    private static final int SPOT_SECONDS = 3;

    /** @param data where the training data lies */
    ObjectNode request(String data) {
        return fate == Fate.ENDPOINT ? toEndpoint(data) : NoopJob.toModel(name, training(data));
    }

    private ObjectNode toEndpoint(String data) {
        ObjectNode request = NoopJob.named(name).put("mode", "train").put("image", NoopJob.IMAGE);
        request.set("training", training(data));
        return request;
    }

    private ObjectNode training(String data) {
        ObjectNode training = NoopJob.training(data, "ml.m5.large", "ml.m5.xlarge", "ml.c5.xlarge");
        if (fate == Fate.FAILED) {
            training.putObject("hyperparameters").put("fail-with", "the chaos run asked for it");
        }
        if (fate == Fate.SPOT) {
            training.put("spot", true);
            training.putObject("hyperparameters").put("seconds", Integer.toString(SPOT_SECONDS));
        }
        if (fate == Fate.CANCELLED) {
            training.putObject("hyperparameters").put("seconds", Integer.toString(LONGEST_RUN_SECONDS));
        }
        return training;
    }
}
