package io.trainyard.capacity.domain;

import java.util.Objects;

/** One way to ask for an instance. */
public record Rung(String instanceType, boolean spot) {

    public Rung {
        Objects.requireNonNull(instanceType, "instanceType");
    }

    @Override
    public String toString() {
        return spot ? instanceType + " on spot" : instanceType;
    }
}
