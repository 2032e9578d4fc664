package io.trainyard.inference.app;

import io.trainyard.slots.SlotTable;

/** The endpoints of ours as the endpoints service keeps them; read only. */
public interface EndpointTable {

    SlotTable read();
}
