package io.trainyard.events;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Whose fault a final failure is. */
public enum FailureClass {
    /** The request cannot work as it stands: bad data, a hyperparameter out of range, a model below its gate. */
    @JsonProperty("caller")
    CALLER,
    /** No instance of any allowed type was to be had in time. */
    @JsonProperty("capacity")
    CAPACITY,
    /** The account may not have what was asked. */
    @JsonProperty("quota")
    QUOTA,
    /** AWS failed, or did not answer in time. */
    @JsonProperty("platform")
    PLATFORM,
    /** A defect of Trainyard. */
    @JsonProperty("ours")
    OURS
}
