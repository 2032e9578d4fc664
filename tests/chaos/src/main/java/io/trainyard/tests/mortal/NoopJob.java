package io.trainyard.tests.mortal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.trainyard.cli.output.Json;

/** Requests for jobs whose trainer does nothing. */
public final class NoopJob {

    public static final String IMAGE = "trainyard/noop";

    private NoopJob() {}

    /**
     * A job of two steps, a training and its model.
     *
     * @param name is the idempotency key too
     */
    public static ObjectNode toModel(String name, ObjectNode training) {
        ObjectNode request = named(name).put("mode", "graph");
        var steps = request.putArray("steps");
        steps.addObject()
                .put("step", "train")
                .put("kind", "training")
                .set("spec", training.deepCopy().put("image", IMAGE));
        ObjectNode model = steps.addObject().put("step", "model").put("kind", "model");
        model.putArray("after").add("train");
        model.putObject("spec");
        return request;
    }

    /** A request with nothing but its name. */
    public static ObjectNode named(String name) {
        return Json.object().put("name", name).put("idempotencyKey", name);
    }

    /**
     * A training.
     *
     * @param data where its data lies
     */
    public static ObjectNode training(String data, String... instanceTypes) {
        ObjectNode training = Json.object();
        training.putObject("channels").put("train", data);
        var types = training.putArray("instanceTypes");
        for (String type : instanceTypes) {
            types.add(type);
        }
        return training;
    }
}
