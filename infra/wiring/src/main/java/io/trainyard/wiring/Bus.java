package io.trainyard.wiring;

/** The two event buses of a deployment. */
public enum Bus {
    /** The deployment's own, {@code ty-<env>}. */
    OWN,
    /** The account's {@code default} bus, where SageMaker tells of its changes. */
    DEFAULT
}
