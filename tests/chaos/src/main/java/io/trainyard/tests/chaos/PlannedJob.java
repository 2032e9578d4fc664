package io.trainyard.tests.chaos;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.trainyard.cli.output.Json;

/**
 * One job of a run.
 *
 * @param caller an event source such as {@code acme.orders}, or {@link #API}
 * @param name is the idempotency key too
 */
record PlannedJob(String caller, String name, Fate fate) {

    /** Whoever asks over HTTP. */
    static final String API = "api";

    private static final String IMAGE = "trainyard/noop";
    private static final int LONGEST_RUN_SECONDS = 600;
    private static final int SPOT_SECONDS = 3;

    /** @param data where the training data lies */
    ObjectNode request(String data) {
        return fate == Fate.ENDPOINT ? toEndpoint(data) : toModel(data);
    }

    private ObjectNode toEndpoint(String data) {
        ObjectNode request = named().put("mode", "train").put("image", IMAGE);
        request.set("training", training(data));
        return request;
    }

    private ObjectNode toModel(String data) {
        ObjectNode request = named().put("mode", "graph");
        var steps = request.putArray("steps");
        ObjectNode training = training(data).put("image", IMAGE);
        steps.addObject().put("step", "train").put("kind", "training").set("spec", training);
        ObjectNode model = steps.addObject().put("step", "model").put("kind", "model");
        model.putArray("after").add("train");
        model.putObject("spec");
        return request;
    }

    private ObjectNode named() {
        return Json.object().put("name", name).put("idempotencyKey", name);
    }

    private ObjectNode training(String data) {
        ObjectNode training = Json.object();
        training.putObject("channels").put("train", data);
        training.putArray("instanceTypes")
                .add("ml.m5.large")
                .add("ml.m5.xlarge")
                .add("ml.c5.xlarge");
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
