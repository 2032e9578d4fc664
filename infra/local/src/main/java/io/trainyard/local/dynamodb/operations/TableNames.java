package io.trainyard.local.dynamodb.operations;

import io.trainyard.local.dynamodb.fault.ServiceError;
import java.util.regex.Pattern;

/** What a table or an index may be called. Source: Developer Guide, "Naming rules": 3 to 255 of a-z A-Z 0-9 _ - . */
final class TableNames {

    private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9_.-]+");
    private static final int SHORTEST = 3;
    private static final int LONGEST = 255;

    private TableNames() {}

    /**
     * @param parameter TableName or IndexName
     * @param member where it stands in the request
     */
    static void check(String parameter, String member, String name) {
        if (name.length() < SHORTEST || name.length() > LONGEST) {
            throw ServiceError.validation(parameter + " must be at least " + SHORTEST + " characters long and at most "
                    + LONGEST + " characters long");
        }
        if (!NAME.matcher(name).matches()) {
            throw ServiceError.constraint(
                    name, member, "Member must satisfy regular expression pattern: " + NAME.pattern());
        }
    }
}
