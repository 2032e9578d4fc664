package io.trainyard.local.dynamodb;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Where DynamoDB's front door words a refusal otherwise than the newer services' do, whose words the check of the API
 * model uses.
 *
 * <p>Source: DynamoDB's own answers, as public threads and the test suites of open-source emulators quote them.
 */
final class RequestWords {

    private static final Map<String, String> ENUMS = Map.of(
            "[NONE, ALL_OLD, UPDATED_OLD, ALL_NEW, UPDATED_NEW]", "[ALL_NEW, UPDATED_OLD, ALL_OLD, NONE, UPDATED_NEW]",
            "[ALL_ATTRIBUTES, ALL_PROJECTED_ATTRIBUTES, SPECIFIC_ATTRIBUTES, COUNT]",
                    "[SPECIFIC_ATTRIBUTES, COUNT, ALL_ATTRIBUTES, ALL_PROJECTED_ATTRIBUTES]",
            "[S, N, B]", "[B, N, S]");

    private static final Map<String, String> TYPES = types();

    private RequestWords() {}

    static String ofConstraint(String generic) {
        String words = generic;
        for (Map.Entry<String, String> order : ENUMS.entrySet()) {
            words = words.replace("enum value set: " + order.getKey(), "enum value set: " + order.getValue());
        }
        return words;
    }

    static String ofType(String generic) {
        for (Map.Entry<String, String> part : TYPES.entrySet()) {
            if (generic.endsWith(part.getKey())) {
                return generic.replace(part.getKey(), part.getValue())
                        .replaceFirst(".*(Unexpected token received from parser)", "$1");
            }
        }
        return generic;
    }

    private static Map<String, String> types() {
        Map<String, String> types = new LinkedHashMap<>();
        types.put(" can not be converted to a String", " cannot be converted to String");
        types.put(" can not be converted to an Integer", " cannot be converted to Integer");
        types.put(" can not be converted to a Double", " cannot be converted to Double");
        types.put(" can not be converted to a Blob", " cannot be converted to String");
        types.put(" can not be converted to a Boolean", " Unexpected token received from parser");
        types.put("Start of list found where not expected", "Unrecognized collection type class java.util.ArrayList");
        types.put("Unexpected field type", "Unexpected value type in payload");
        return types;
    }
}
