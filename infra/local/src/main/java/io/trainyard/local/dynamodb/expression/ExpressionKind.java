package io.trainyard.local.dynamodb.expression;

import io.trainyard.local.dynamodb.fault.ServiceError;

/** The five kinds of expressions, each named as its parameter in requests. */
public enum ExpressionKind {
    CONDITION("ConditionExpression"),
    FILTER("FilterExpression"),
    KEY_CONDITION("KeyConditionExpression"),
    PROJECTION("ProjectionExpression"),
    UPDATE("UpdateExpression");

    private final String parameter;

    ExpressionKind(String parameter) {
        this.parameter = parameter;
    }

    public String parameter() {
        return parameter;
    }

    /** The refusal of an expression of this kind: {@code Invalid FilterExpression: ...}. */
    public ServiceError refused(String why) {
        return ServiceError.validation("Invalid " + parameter + ": " + why);
    }
}
