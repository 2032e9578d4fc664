package io.trainyard.endpoints.app;

import io.trainyard.endpoints.domain.Proof.Reply;
import io.trainyard.events.request.Golden;

/** What an endpoint answers. An endpoint that cannot be reached is an exception; an error of its container is a {@link Reply}. */
public interface Serving {

    Reply ask(String endpoint, Golden golden);
}
