package io.trainyard.simulation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.trainyard.events.JobIds;
import io.trainyard.events.json.Delivered;
import io.trainyard.events.json.Json;
import java.time.Instant;

/** What upstream systems ask for: mostly training to an endpoint, sometimes two, a row of probes, or training alone. */
final class Requests {

    private static final String ACCOUNT = "123456789012";
    private static final String SOURCE = "upstream";
    private static final String TRAINING = """
            {"image":"trainyard/trainer","channels":{"train":"s3://bucket/train.csv"},
             "hyperparameters":{"target":"y","task":"classification"},"instanceTypes":["ml.m5.large","ml.m5.xlarge"]}""";
    private static final String WHOLE = """
            {"data":{"name":"job","mode":"train","image":"trainyard/trainer",
             "training":{"channels":{"train":"s3://bucket/train.csv"},
               "hyperparameters":{"target":"y","task":"classification"},"instanceTypes":["ml.m5.large","ml.m5.xlarge"],"spot":true}}}""";
    private static final String TRAINING_ONLY = """
            {"data":{"name":"job","mode":"graph","steps":[
              {"step":"train","kind":"training","spec":%s},
              {"step":"probe","kind":"probe","after":["train"]}]}}""";
    private static final String PROBES = """
            {"data":{"name":"job","mode":"graph","steps":[
              {"step":"p1","kind":"probe"},{"step":"p2","kind":"probe","after":["p1"]},
              {"step":"p3","kind":"probe","after":["p2"]}]}}""";

    private static final String TRAIN = """
            {"data":{"name":"job","mode":"graph","steps":[
              {"step":"train","kind":"training","spec":%s},
              {"step":"model","kind":"model","after":["train"]},
              {"step":"probe","kind":"probe","after":["model"]}]}}""";

    /** An endpoint whose run can still fail, and after that a second one of the same model. */
    private static final String SERVED_TWICE = """
            {"data":{"name":"job","mode":"graph","image":"trainyard/trainer","steps":[
              {"step":"t","kind":"training","spec":%1$s},
              {"step":"m","kind":"model","after":["t"]},
              {"step":"e","kind":"endpoint","after":["m"]},
              {"step":"t2","kind":"training","after":["e"],"spec":%1$s},
              {"step":"e2","kind":"endpoint","after":["t2"]}]}}""";

    private static final String EVERY_KIND = """
            {"data":{"name":"job","mode":"graph","image":"trainyard/trainer","steps":[
              {"step":"p","kind":"probe"},
              {"step":"t","kind":"training","after":["p"],"spec":%s},
              {"step":"m","kind":"model","after":["t"]},
              {"step":"e","kind":"endpoint","after":["m"]}]}}""";

    private Requests() {}

    static Delivered job(int number, Instant now, Chance chance) {
        JsonNode shape = switch (chance.below(8)) {
            case 0 -> Shapes.PROBES;
            case 1 -> Shapes.TRAINING_ONLY;
            case 2 -> Shapes.SERVED_TWICE;
            default -> Shapes.WHOLE;
        };
        return asked(SOURCE, Integer.toString(number), shape, now);
    }

    /** Training, model, endpoint. */
    static Delivered whole(Instant now) {
        return asked(SOURCE, "whole", Shapes.WHOLE, now);
    }

    /** Training and a model, from one of several senders. */
    static Delivered trained(String sender, int number, Instant now) {
        return asked(sender, sender + "-" + number, Shapes.TRAIN, now);
    }

    /** One step of every kind, in a row. */
    static Delivered everyKind(Instant now) {
        return asked(SOURCE, "every", Shapes.EVERY_KIND, now);
    }

    /** Three steps that do nothing. */
    static Delivered probes(Instant now) {
        return asked(SOURCE, "probes", Shapes.PROBES, now);
    }

    private static Delivered asked(String sender, String name, JsonNode shape, Instant now) {
        JsonNode detail = shape.deepCopy();
        ((ObjectNode) detail.get("data")).put("idempotencyKey", "key-" + name);
        return new Delivered("event-" + name, ACCOUNT, sender, "job-requested", now, detail);
    }

    /** The requests as they were read once. */
    private static final class Shapes {
        private static final JsonNode WHOLE = Json.tree(Requests.WHOLE);
        private static final JsonNode TRAINING_ONLY = Json.tree(Requests.TRAINING_ONLY.formatted(TRAINING));
        private static final JsonNode SERVED_TWICE = Json.tree(Requests.SERVED_TWICE.formatted(TRAINING));
        private static final JsonNode TRAIN = Json.tree(Requests.TRAIN.formatted(TRAINING));
        private static final JsonNode EVERY_KIND = Json.tree(Requests.EVERY_KIND.formatted(TRAINING));
        private static final JsonNode PROBES = Json.tree(Requests.PROBES);
    }

    static String jobId(Delivered event) {
        String key = event.detail().at("/data/idempotencyKey").asText();
        return JobIds.draw(Services.PREFIX, event.account(), event.source(), key);
    }
}
