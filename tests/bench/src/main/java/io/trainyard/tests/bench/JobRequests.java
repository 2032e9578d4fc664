package io.trainyard.tests.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.trainyard.cli.output.Json;

/** What the benchmark asks for; every job has a key of its own. */
final class JobRequests {

    private static final String IMAGE = "trainyard/noop";

    private int count;

    /** Steps that do nothing, one after the other. */
    JsonNode probes(int steps) {
        ObjectNode request = graph();
        var list = request.putArray("steps");
        for (int i = 1; i <= steps; i++) {
            ObjectNode step = list.addObject().put("step", "p" + i).put("kind", "probe");
            if (i > 1) {
                step.putArray("after").add("p" + (i - 1));
            }
        }
        return request;
    }

    /** Training and model without an endpoint, so that the cap on endpoints rules nothing. */
    JsonNode model(String data) {
        ObjectNode request = graph();
        var steps = request.putArray("steps");
        steps.addObject().put("step", "train").put("kind", "training").set("spec", training(data));
        ObjectNode model = steps.addObject().put("step", "model").put("kind", "model");
        model.putArray("after").add("train");
        model.putObject("spec");
        return request;
    }

    /** The whole way to an endpoint. */
    JsonNode endpoint(String data) {
        ObjectNode request = named().put("mode", "train").put("image", IMAGE);
        request.set("training", channels(data));
        return request;
    }

    /** A training that fails at once, which makes a notice. */
    JsonNode failing(String data) {
        ObjectNode request = named().put("mode", "train").put("image", IMAGE);
        ObjectNode training = channels(data);
        training.putObject("hyperparameters").put("fail-with", "the benchmark asked for it");
        request.set("training", training);
        return request;
    }

    private ObjectNode graph() {
        return named().put("mode", "graph");
    }

    private ObjectNode named() {
        count++;
        return Json.object().put("name", "bench-" + count).put("idempotencyKey", "bench-" + count);
    }

    private static ObjectNode training(String data) {
        return channels(data).put("image", IMAGE);
    }

    private static ObjectNode channels(String data) {
        ObjectNode training = Json.object();
        training.putObject("channels").put("train", data);
        training.putArray("instanceTypes").add("ml.m5.large");
        return training;
    }
}
