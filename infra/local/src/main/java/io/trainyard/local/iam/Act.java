package io.trainyard.local.iam;

import java.util.Map;

/**
 * One thing that a call does and IAM has to allow.
 *
 * @param action as IAM writes it: {@code dynamodb:PutItem}
 * @param resource the ARN; {@code *} where the action has no resource
 * @param facts what is known of it, by condition key: {@code iam:PassedToService}
 */
record Act(String action, String resource, Map<String, String> facts) {

    static final String ANY = "*";

    Act(String action, String resource) {
        this(action, resource, Map.of());
    }
}
