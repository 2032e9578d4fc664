package io.trainyard.tests.soak;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.trainyard.cli.output.Json;

/** A whole job, to an endpoint, with a trainer that does nothing; some of them take their time over it. */
final class SoakRequest {

    private static final int ONE_OF = 4;
    private static final String LONG_ENOUGH_TO_BE_CUT_SHORT = "4";

    private SoakRequest() {}

    /**
     * The request of this number, which is its name and key too.
     *
     * @param data where the training data lies
     */
    static ObjectNode of(int number, String data) {
        String name = "soak-" + number;
        ObjectNode request = Json.object()
                .put("name", name)
                .put("idempotencyKey", name)
                .put("mode", "train")
                .put("image", "trainyard/noop");
        ObjectNode training = request.putObject("training");
        training.putObject("channels").put("train", data);
        if (number % ONE_OF == 0) {
            training.putObject("hyperparameters").put("seconds", LONG_ENOUGH_TO_BE_CUT_SHORT);
        }
        return request;
    }
}
