package io.trainyard.local.sagemaker.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** One operation of the control plane: the members of its input in, those of its output out. */
@FunctionalInterface
public interface Operation {

    /** @throws Refusal where AWS would refuse the request */
    ObjectNode answer(ObjectNode input);
}
