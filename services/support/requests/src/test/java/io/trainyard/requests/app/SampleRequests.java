package io.trainyard.requests.app;

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

    /** Data sets that hold what the samples name. */
    public static InMemoryDatasets datasets() {
        return new InMemoryDatasets().with(TRAIN);
    }
}
