package io.trainyard.wiring;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.stream.StreamSupport;

/**
 * Composes the pattern that is really given to EventBridge: what the file says, and whom we trust.
 *
 * <p>On our own bus only our services are believed, from the deployment's own account, and never a replayed archive
 * (the ledger takes replays: they fill its record). {@code job-requested} is the one event that anybody in the account
 * may say, under any source that does not look like ours.
 */
public final class Patterns {

    static final String OPEN_EVENT = "job-requested";
    static final String SAGEMAKER = "aws.sagemaker";
    private static final String OURS = "trainyard.";
    private static final String REPLAYED = "ledger";
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private Patterns() {}

    /** The whole pattern of a service's rule, as EventBridge gets it. */
    public static ObjectNode complete(String service, Rule rule, Deployment deployment) {
        var pattern = (ObjectNode) resolve(rule.pattern(), deployment);
        pattern.putArray("account").add(deployment.account());
        if (rule.bus() == Bus.DEFAULT) {
            pattern.putArray("source").add(SAGEMAKER);
            return pattern;
        }
        if (names(pattern.path("detail-type")).equals(List.of(OPEN_EVENT))) {
            pattern.putArray("$or").add(source(notOurs())).add(source(JSON.textNode(OURS + "jobs")));
        } else {
            pattern.putArray("source").add(JSON.objectNode().put("prefix", OURS));
        }
        if (!service.equals(REPLAYED)) {
            pattern.putArray("replay-name").addObject().put("exists", false);
        }
        return pattern;
    }

    /** The step kinds whose release this rule hears. */
    static List<String> kinds(Rule rule) {
        return rule.bus() == Bus.OWN ? names(rule.pattern().at("/detail/route/next/kind")) : List.of();
    }

    static List<String> names(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .filter(JsonNode::isTextual)
                .map(JsonNode::textValue)
                .toList();
    }

    private static ObjectNode source(JsonNode match) {
        var source = JSON.objectNode();
        source.putArray("source").add(match);
        return source;
    }

    private static ObjectNode notOurs() {
        var other = JSON.objectNode();
        other.putObject("anything-but").put("prefix", OURS);
        return other;
    }

    private static JsonNode resolve(JsonNode node, Deployment deployment) {
        if (node.isTextual()) {
            return TextNode.valueOf(node.textValue().replace("${prefix}", deployment.prefix()));
        }
        if (node.isArray()) {
            var copy = JSON.arrayNode();
            node.forEach(entry -> copy.add(resolve(entry, deployment)));
            return copy;
        }
        if (node.isObject()) {
            var copy = JSON.objectNode();
            node.properties().forEach(field -> copy.set(field.getKey(), resolve(field.getValue(), deployment)));
            return copy;
        }
        return node;
    }
}
