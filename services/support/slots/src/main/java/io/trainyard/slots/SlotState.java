package io.trainyard.slots;

/** What the endpoint in a slot is doing. */
public enum SlotState {
    /** Being created and proven; nobody is routed to it. */
    DEPLOYING,
    /** Proven, and answering. */
    READY,
    /** No longer routed to; deleted after its drain time, again and again until it is gone. */
    RETIRING
}
