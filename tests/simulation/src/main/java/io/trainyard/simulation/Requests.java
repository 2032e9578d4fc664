package io.trainyard.simulation;

import com.fasterxml.jackson.databind.JsonNode;
import io.trainyard.events.JobIds;
import io.trainyard.events.json.Delivered;
import io.trainyard.events.json.Json;
import java.time.Instant;

/** What upstream systems ask for: mostly training to an endpoint, sometimes a row of probes, sometimes training alone. */
final class Requests {

    private static final String ACCOUNT = "123456789012";
    private static final String SOURCE = "upstream";
    private static final String TRAINING = """
            {"image":"trainyard/trainer","channels":{"train":"s3://bucket/train.csv"},
             "hyperparameters":{"target":"y","task":"classification"},"instanceTypes":["ml.m5.large","ml.m5.xlarge"]}""";
    private static final String WHOLE = """
            {"data":{"idempotencyKey":"%s","name":"job","mode":"train","image":"trainyard/trainer",
             "training":{"channels":{"train":"s3://bucket/train.csv"},
               "hyperparameters":{"target":"y","task":"classification"},"instanceTypes":["ml.m5.large"],"spot":true}}}""";
    private static final String TRAINING_ONLY = """
            {"data":{"idempotencyKey":"%s","name":"job","mode":"graph","steps":[
              {"step":"train","kind":"training","spec":%s},
              {"step":"probe","kind":"probe","after":["train"]}]}}""";
    private static final String PROBES = """
            {"data":{"idempotencyKey":"%s","name":"job","mode":"graph","steps":[
              {"step":"p1","kind":"probe"},{"step":"p2","kind":"probe","after":["p1"]},
              {"step":"p3","kind":"probe","after":["p2"]}]}}""";

    private static final String EVERY_KIND = """
            {"data":{"idempotencyKey":"%s","name":"job","mode":"graph","image":"trainyard/trainer","steps":[
              {"step":"p","kind":"probe"},
              {"step":"t","kind":"training","after":["p"],"spec":%s},
              {"step":"m","kind":"model","after":["t"]},
              {"step":"e","kind":"endpoint","after":["m"]}]}}""";

    private static final String TRAIN = """
            {"data":{"idempotencyKey":"%s","name":"job","mode":"graph","steps":[
              {"step":"train","kind":"training","spec":%s},
              {"step":"model","kind":"model","after":["train"]},
              {"step":"probe","kind":"probe","after":["model"]}]}}""";

    private Requests() {}

    static Delivered job(int number, Instant now, Chance chance) {
        String key = "key-" + number;
        String detail = switch (chance.below(8)) {
            case 0 -> PROBES.formatted(key);
            case 1 -> TRAINING_ONLY.formatted(key, TRAINING);
            default -> WHOLE.formatted(key);
        };
        JsonNode tree = Json.tree(detail);
        return new Delivered("event-" + number, ACCOUNT, SOURCE, "job-requested", now, tree);
    }

    /** Training, model, endpoint. */
    static Delivered whole(Instant now) {
        return new Delivered("event-whole", ACCOUNT, SOURCE, "job-requested", now, Json.tree(WHOLE.formatted("whole")));
    }

    /** One step of every kind, in a row. */
    static Delivered everyKind(Instant now) {
        String detail = EVERY_KIND.formatted("every", TRAINING);
        return new Delivered("event-every", ACCOUNT, SOURCE, "job-requested", now, Json.tree(detail));
    }

    /** Training and a model, from one of several senders. */
    static Delivered trained(String sender, int number, Instant now) {
        String key = sender + "-" + number;
        return new Delivered(
                "event-" + key, ACCOUNT, sender, "job-requested", now, Json.tree(TRAIN.formatted(key, TRAINING)));
    }

    /** Three steps that do nothing. */
    static Delivered probes(Instant now) {
        return new Delivered(
                "event-probes", ACCOUNT, SOURCE, "job-requested", now, Json.tree(PROBES.formatted("probes")));
    }

    static String jobId(Delivered event) {
        String key = event.detail().at("/data/idempotencyKey").asText();
        return JobIds.draw(Services.PREFIX, event.account(), event.source(), key);
    }
}
