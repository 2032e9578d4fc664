package io.trainyard.tests.wiring;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.trainyard.wiring.Bus;

/**
 * An event as EventBridge matches it.
 *
 * @param label what is special about it, for people
 * @param bus that it is put on
 */
record Envelope(
        String label, Bus bus, String detailType, String source, String account, JsonNode detail, boolean replayed) {

    static Envelope ours(String label, String detailType, String source, JsonNode detail) {
        return new Envelope(label, Bus.OWN, detailType, source, Checkout.HERE.account(), detail, false);
    }

    static Envelope sageMaker(String label, String detailType, JsonNode detail) {
        return new Envelope(label, Bus.DEFAULT, detailType, "aws.sagemaker", Checkout.HERE.account(), detail, false);
    }

    Envelope from(String otherSource) {
        return new Envelope(label, bus, detailType, otherSource, account, detail, replayed);
    }

    Envelope inAccount(String other) {
        return new Envelope(label, bus, detailType, source, other, detail, replayed);
    }

    Envelope replay() {
        return new Envelope(label, bus, detailType, source, account, detail, true);
    }

    Envelope on(Bus other) {
        return new Envelope(label, other, detailType, source, account, detail, replayed);
    }

    String json() {
        ObjectNode envelope = JsonNodeFactory.instance
                .objectNode()
                .put("version", "0")
                .put("id", "17793124-05d4-b198-2fde-7ededc63b103")
                .put("detail-type", detailType)
                .put("source", source)
                .put("account", account)
                .put("time", "2026-11-20T14:10:00Z")
                .put("region", Checkout.HERE.region());
        envelope.putArray("resources");
        if (replayed) {
            envelope.put("replay-name", "after-the-outage");
        }
        envelope.set("detail", detail);
        return envelope.toString();
    }
}
