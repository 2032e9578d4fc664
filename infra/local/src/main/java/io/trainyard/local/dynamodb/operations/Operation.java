package io.trainyard.local.dynamodb.operations;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.trainyard.local.dynamodb.wire.Parameters;

/** One operation of the API: the request's members in, the answer's members out, or a ServiceError. */
@FunctionalInterface
public interface Operation {

    ObjectNode answer(Parameters request);
}
