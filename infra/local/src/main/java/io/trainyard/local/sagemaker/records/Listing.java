package io.trainyard.local.sagemaker.records;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.trainyard.local.sagemaker.wire.Facts;
import io.trainyard.local.sagemaker.wire.Json;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/**
 * The List operation of one type of resource: filters, order, pages.
 *
 * @param answers the member of the answer that holds the page: {@code TrainingJobSummaries}
 * @param name the member of a description that is its name
 * @param status the member that is its status; empty for types that have none
 * @param members what a summary shows of a description, where it is there
 * @param sort which order holds where the request names none: AWS's models say it in prose only
 */
public record Listing(String answers, String name, String status, List<String> members, String sort) {

    private static final int DEFAULT_PAGE = 10;

    /** One page of the resources that the input asks for. */
    public ObjectNode page(ObjectNode input, List<Resource> resources) {
        List<ObjectNode> found = resources.stream()
                .map(Resource::description)
                .filter(wanted(input))
                .sorted(order(input))
                .toList();
        int from = input.has("NextToken") ? position(input.path("NextToken").asText()) : 0;
        int to = Math.min(found.size(), from + input.path("MaxResults").asInt(DEFAULT_PAGE));
        ObjectNode answer = Json.object();
        ArrayNode page = answer.putArray(answers);
        found.subList(Math.min(from, found.size()), to).forEach(each -> page.add(summary(each)));
        if (to < found.size()) {
            answer.put("NextToken", token(to));
        }
        return answer;
    }

    private Predicate<ObjectNode> wanted(ObjectNode input) {
        return each -> (!input.has("NameContains")
                        || each.path(name)
                                .asText()
                                .contains(input.path("NameContains").asText()))
                && (!input.has("StatusEquals") || each.path(status).equals(input.path("StatusEquals")))
                && within(input, each, "CreationTime")
                && within(input, each, "LastModifiedTime");
    }

    private static boolean within(ObjectNode input, ObjectNode each, String time) {
        JsonNode after = input.path(time + "After");
        JsonNode before = input.path(time + "Before");
        var at = each.path(time).decimalValue();
        return (!after.isNumber() || at.compareTo(after.decimalValue()) > 0)
                && (!before.isNumber() || at.compareTo(before.decimalValue()) < 0);
    }

    private Comparator<ObjectNode> order(ObjectNode input) {
        Comparator<ObjectNode> byName =
                Comparator.comparing(each -> each.path(name).asText());
        Comparator<ObjectNode> byTime =
                Comparator.comparing(each -> each.path("CreationTime").decimalValue());
        Comparator<ObjectNode> order = switch (input.path("SortBy").asText("CreationTime")) {
            case "Name" -> byName;
            case "Status" ->
                Comparator.<ObjectNode, String>comparing(
                                each -> each.path(status).asText())
                        .thenComparing(byName);
            default -> byTime.thenComparing(byName);
        };
        return input.path("SortOrder").asText(sort).equals("Ascending") ? order : order.reversed();
    }

    private ObjectNode summary(ObjectNode description) {
        ObjectNode summary = Json.object();
        members.stream().filter(description::has).forEach(member -> summary.set(member, description.get(member)));
        return summary;
    }

    private static String token(int position) {
        return Base64.getUrlEncoder().encodeToString(("from:" + position).getBytes(StandardCharsets.UTF_8));
    }

    private static int position(String token) {
        try {
            String text = new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
            return Integer.parseInt(text.substring("from:".length()));
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw Facts.refusal("bad-next-token");
        }
    }
}
