package io.trainyard.tests.watchdog;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.trainyard.cli.output.Json;
import io.trainyard.tests.mortal.Resources;
import java.time.Instant;

/** A ledger of SageMaker's, written by a test. */
final class SageMakerBook {

    static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    private final ObjectNode ledger = Json.object();

    SageMakerBook() {
        ledger.putArray("entries");
    }

    static AskedJob job(String id, int askedAt) {
        return new AskedJob("acme.other", id, NOON.plusSeconds(askedAt));
    }

    SageMakerBook training(String call, String job, int second) {
        return call(call, "ty-local-" + job + "-train-1-1", second);
    }

    SageMakerBook model(String job, int second) {
        return call("CreateModel", "ty-local-" + job + "-model-1-1", second);
    }

    SageMakerBook call(String call, String name, int second) {
        ledger.withArray("entries")
                .addObject()
                .put("at", NOON.plusSeconds(second).toString())
                .put("call", call)
                .put("name", name);
        return this;
    }

    Resources read() {
        return new Resources(ledger);
    }
}
