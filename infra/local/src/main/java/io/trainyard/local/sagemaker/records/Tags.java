package io.trainyard.local.sagemaker.records;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.trainyard.local.sagemaker.wire.Account;
import io.trainyard.local.sagemaker.wire.Facts;
import io.trainyard.local.sagemaker.wire.Json;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

/** AddTags, ListTags and DeleteTags, over every shelf. */
public final class Tags {

    private static final int LIMIT = 50;

    private final Account account;
    private final Map<String, Shelf> shelves;

    /** @param shelves by the resource type of the ARN: {@code training-job} */
    public Tags(Account account, Map<String, Shelf> shelves) {
        this.account = account;
        this.shelves = Map.copyOf(shelves);
    }

    /** The tags of a request, the last of two with one key winning. */
    public static Map<String, String> of(JsonNode tags) {
        Map<String, String> all = new TreeMap<>();
        tags.forEach(tag -> all.put(tag.path("Key").asText(), tag.path("Value").asText()));
        return all;
    }

    public ObjectNode add(ObjectNode input) {
        return answer(change(input, resource -> {
            Map<String, String> all = new TreeMap<>(resource.tags());
            all.putAll(of(input.path("Tags")));
            if (all.size() > LIMIT) {
                throw Facts.refusal("too-many-tags", LIMIT);
            }
            return resource.tagged(all);
        }));
    }

    public ObjectNode list(ObjectNode input) {
        return answer(on(input, Shelf::find));
    }

    public ObjectNode delete(ObjectNode input) {
        change(input, resource -> {
            Map<String, String> left = new TreeMap<>(resource.tags());
            input.path("TagKeys").forEach(key -> left.remove(key.asText()));
            return resource.tagged(left);
        });
        return Json.object();
    }

    private Resource change(ObjectNode input, UnaryOperator<Resource> change) {
        return on(input, (shelf, name) -> shelf.update(name, change));
    }

    private Resource on(ObjectNode input, BiFunction<Shelf, String, Optional<Resource>> action) {
        String arn = input.path("ResourceArn").asText();
        for (var shelf : shelves.entrySet()) {
            String prefix = account.arn(shelf.getKey(), "");
            if (arn.startsWith(prefix)) {
                return action.apply(shelf.getValue(), arn.substring(prefix.length()))
                        .orElseThrow(() -> Facts.refusal("tags-of-nothing", arn));
            }
        }
        throw Facts.refusal("tags-of-nothing", arn);
    }

    private static ObjectNode answer(Resource resource) {
        ObjectNode answer = Json.object();
        ArrayNode tags = answer.putArray("Tags");
        new TreeMap<>(resource.tags())
                .forEach((key, value) -> tags.addObject().put("Key", key).put("Value", value));
        return answer;
    }
}
