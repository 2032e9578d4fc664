package io.trainyard.cli.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.trainyard.cli.account.Home;
import io.trainyard.cli.account.RunningAccount;
import io.trainyard.cli.output.Json;

/** What several commands say alike in JSON. */
final class Descriptions {

    private Descriptions() {}

    static ObjectNode of(RunningAccount account, Home home) {
        return Json.object()
                .put("running", true)
                .put("endpoint", account.endpoint().toString())
                .put("home", home.folder().toString())
                .put("pid", account.process().pid())
                .put("version", account.version());
    }
}
