package io.trainyard.system;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Requests for jobs whose container keeps the contract and does nothing. */
final class NoopJobs {

    private NoopJobs() {}

    /** Training, model, endpoint. The name is the key too: tests give each job one of its own. */
    static ObjectNode named(String name, String data) {
        var request = Json.object()
                .put("name", name)
                .put("idempotencyKey", name)
                .put("mode", "train")
                .put("image", "trainyard/noop");
        var training = request.putObject("training");
        training.putObject("channels").put("train", data);
        training.putObject("hyperparameters").put("seconds", "0");
        return request;
    }

    /** Training alone, after which nothing is left to take down. */
    static ObjectNode training(String name, String data) {
        var request = named(name, data).put("mode", "graph");
        var spec = request.remove("training");
        request.putArray("steps")
                .addObject()
                .put("step", "train")
                .put("kind", "training")
                .set("spec", spec);
        return request;
    }

    static ObjectNode with(ObjectNode request, String hyperparameter, String value) {
        request.withObject("/training/hyperparameters").put(hyperparameter, value);
        return request;
    }
}
