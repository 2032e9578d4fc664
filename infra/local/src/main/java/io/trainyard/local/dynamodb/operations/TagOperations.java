package io.trainyard.local.dynamodb.operations;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.trainyard.local.dynamodb.fault.ServiceError;
import io.trainyard.local.dynamodb.storage.Catalogue;
import io.trainyard.local.dynamodb.storage.Table;
import io.trainyard.local.dynamodb.wire.Json;
import io.trainyard.local.dynamodb.wire.Parameters;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** TagResource, UntagResource and ListTagsOfResource. */
public final class TagOperations {

    private static final int MAX_TAGS = 50;

    private final Catalogue catalogue;

    public TagOperations(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    public Map<String, Operation> all() {
        return Map.of("TagResource", this::tag, "UntagResource", this::untag, "ListTagsOfResource", this::list);
    }

    static Map<String, String> tags(Parameters request) {
        Map<String, String> tags = new HashMap<>();
        request.list("Tags").forEach(tag -> tags.put(tag.requiredText("Key"), tag.requiredText("Value")));
        return tags;
    }

    private ObjectNode tag(Parameters request) {
        Table table = resource(request);
        Map<String, String> tags = new HashMap<>(table.schema().settings().tags());
        tags.putAll(tags(request));
        if (tags.size() > MAX_TAGS) {
            throw ServiceError.validation("Too many tags: a table can have " + MAX_TAGS);
        }
        return save(table, tags);
    }

    private ObjectNode untag(Parameters request) {
        Table table = resource(request);
        Map<String, String> tags = new HashMap<>(table.schema().settings().tags());
        request.texts("TagKeys").forEach(tags::remove);
        return save(table, tags);
    }

    private ObjectNode save(Table table, Map<String, String> tags) {
        catalogue.change(table, table.schema().with(table.schema().settings().withTags(tags)));
        return Json.object();
    }

    private ObjectNode list(Parameters request) {
        ObjectNode answer = Json.object();
        ArrayNode array = answer.putArray("Tags");
        new TreeMap<>(resource(request).schema().settings().tags())
                .forEach((key, value) -> array.addObject().put("Key", key).put("Value", value));
        return answer;
    }

    private Table resource(Parameters request) {
        String arn = request.requiredText("ResourceArn");
        if (!arn.startsWith("arn:")) {
            throw ServiceError.validation("Invalid TableArn: Invalid ResourceArn provided as input " + arn);
        }
        return catalogue
                .find(arn)
                .orElseThrow(
                        () -> ServiceError.notFound("Requested resource not found: ResourcArn: " + arn + " not found"));
    }
}
