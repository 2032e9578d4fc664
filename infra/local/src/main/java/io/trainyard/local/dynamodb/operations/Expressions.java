package io.trainyard.local.dynamodb.operations;

import com.fasterxml.jackson.databind.JsonNode;
import io.trainyard.local.dynamodb.expression.Condition;
import io.trainyard.local.dynamodb.expression.ConditionParser;
import io.trainyard.local.dynamodb.expression.ExpressionKind;
import io.trainyard.local.dynamodb.expression.Placeholders;
import io.trainyard.local.dynamodb.expression.Projection;
import io.trainyard.local.dynamodb.expression.Update;
import io.trainyard.local.dynamodb.expression.UpdateParser;
import io.trainyard.local.dynamodb.fault.ServiceError;
import io.trainyard.local.dynamodb.value.AttributeValue;
import io.trainyard.local.dynamodb.wire.Parameters;
import io.trainyard.local.dynamodb.wire.ValueReader;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The expressions of one request, read; null where the request has none of the kind. */
record Expressions(
        @Nullable Condition condition,
        @Nullable Condition keyCondition,
        @Nullable Condition filter,
        @Nullable Projection projection,
        @Nullable Update update) {

    private static final String NAMES = "ExpressionAttributeNames";
    private static final String VALUES = "ExpressionAttributeValues";
    private static final Pattern NAME = Pattern.compile("#[A-Za-z0-9_]+");
    private static final Pattern VALUE = Pattern.compile(":[A-Za-z0-9_]+");

    /** Reads the expressions of the kinds that the operation knows, and refuses placeholders that none uses. */
    static Expressions read(Parameters request, ExpressionKind... kinds) {
        Legacy.refuse(request);
        Map<ExpressionKind, String> texts = new HashMap<>();
        for (ExpressionKind kind : kinds) {
            request.text(kind.parameter()).ifPresent(text -> texts.put(kind, text));
        }
        Placeholders placeholders = placeholders(request, texts.isEmpty(), kinds);
        Expressions expressions = new Expressions(
                condition(texts, ExpressionKind.CONDITION, placeholders),
                condition(texts, ExpressionKind.KEY_CONDITION, placeholders),
                condition(texts, ExpressionKind.FILTER, placeholders),
                texts.containsKey(ExpressionKind.PROJECTION)
                        ? Projection.parse(texts.get(ExpressionKind.PROJECTION), placeholders)
                        : null,
                texts.containsKey(ExpressionKind.UPDATE)
                        ? UpdateParser.parse(texts.get(ExpressionKind.UPDATE), placeholders)
                        : null);
        placeholders.refuseUnused();
        return expressions;
    }

    private static @Nullable Condition condition(
            Map<ExpressionKind, String> texts, ExpressionKind kind, Placeholders placeholders) {
        String text = texts.get(kind);
        return text == null ? null : ConditionParser.parse(kind, text, placeholders);
    }

    private static Placeholders placeholders(Parameters request, boolean none, ExpressionKind... kinds) {
        if (none && request.has(NAMES)) {
            throw ServiceError.validation(NAMES + " can only be specified when using expressions");
        }
        if (none && request.has(VALUES)) {
            String missing = List.of(kinds).stream()
                    .filter(kind -> kind != ExpressionKind.PROJECTION)
                    .map(ExpressionKind::parameter)
                    .collect(Collectors.joining(" and "));
            throw ServiceError.validation(VALUES + " can only be specified when using expressions: " + missing
                    + (missing.contains(" and ") ? " are null" : " is null"));
        }
        return new Placeholders(names(request), values(request));
    }

    private static Map<String, String> names(Parameters request) {
        Map<String, String> names = new HashMap<>();
        request.object(NAMES).ifPresent(node -> {
            refuseEmpty(NAMES, node);
            node.properties().forEach(entry -> {
                refuseKey(NAMES, NAME, entry.getKey());
                names.put(entry.getKey(), entry.getValue().asText());
            });
        });
        return names;
    }

    private static Map<String, AttributeValue> values(Parameters request) {
        Map<String, AttributeValue> values = new HashMap<>();
        request.object(VALUES).ifPresent(node -> {
            refuseEmpty(VALUES, node);
            node.properties().forEach(entry -> {
                refuseKey(VALUES, VALUE, entry.getKey());
                values.put(entry.getKey(), value(entry.getKey(), entry.getValue()));
            });
        });
        return values;
    }

    private static AttributeValue value(String key, JsonNode node) {
        try {
            return ValueReader.value(node);
        } catch (ServiceError e) {
            if (!e.code().equals("ValidationException")) {
                throw e;
            }
            throw ServiceError.validation(VALUES + " contains invalid value: " + e.sentence() + " for key " + key);
        }
    }

    private static void refuseEmpty(String parameter, JsonNode node) {
        if (node.isEmpty()) {
            throw ServiceError.validation(parameter + " must not be empty");
        }
    }

    private static void refuseKey(String parameter, Pattern pattern, String key) {
        if (!pattern.matcher(key).matches()) {
            throw ServiceError.validation(parameter + " contains invalid key: Syntax error; key: \"" + key + "\"");
        }
    }
}
