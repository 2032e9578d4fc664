package io.trainyard.requests.app;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.trainyard.events.json.Json;

/** Requests that would run, to be changed by tests. */
public final class SampleRequests {

    private SampleRequests() {}

    /** Training, model, endpoint; its data set is {@link #TRAIN}. */
    public static ObjectNode train() {
        return (ObjectNode) Json.tree("""
                {
                  "name": "penguins",
                  "mode": "train",
                  "training": {
                    "channels": {"train": "s3://data/penguins/train.csv"},
                    "hyperparameters": {"target": "species", "task": "classification", "epochs": "20"}
                  },
                  "model": {"gate": {"metric": "validation:accuracy", "atLeast": 0.9}}
                }
                """);
    }

    public static final String TRAIN = "s3://data/penguins/train.csv";

    /** The same as a graph. */
    public static ObjectNode graph() {
        return (ObjectNode) Json.tree("""
                {
                  "name": "penguins",
                  "mode": "graph",
                  "steps": [
                    {"step": "fit", "kind": "training", "spec": {
                      "channels": {"train": "s3://data/penguins/train.csv"},
                      "hyperparameters": {"target": "species", "task": "classification"}}},
                    {"step": "model", "kind": "model", "after": ["fit"]},
                    {"step": "serve", "kind": "endpoint", "after": ["model"]}
                  ]
                }
                """);
    }

    /** A graph of so many trainings in a row, {@code s0} first. */
    public static ObjectNode chain(int length) {
        ObjectNode request = graph();
        ObjectNode training = (ObjectNode) request.at("/steps/0");
        ArrayNode steps = request.putArray("steps");
        for (int i = 0; i < length; i++) {
            ObjectNode step = training.deepCopy().put("step", "s" + i);
            if (i > 0) {
                step.putArray("after").add("s" + (i - 1));
            }
            steps.add(step);
        }
        return request;
    }

    /** Data sets that hold what the samples name. */
    public static InMemoryDatasets datasets() {
        return new InMemoryDatasets().with(TRAIN);
    }
}
