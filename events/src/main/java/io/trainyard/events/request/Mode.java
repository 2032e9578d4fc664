package io.trainyard.events.request;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The shape of a job. */
public enum Mode {
    /** Training, model, endpoint. */
    @JsonProperty("train")
    TRAIN,
    /** The steps that the request lists. */
    @JsonProperty("graph")
    GRAPH
}
