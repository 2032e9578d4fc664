package io.trainyard.wiring;

import java.util.List;
import java.util.Map;

/** All that a service's function may do; what no statement allows is denied. */
public record ServicePolicy(List<Statement> statements) {

    public ServicePolicy {
        statements = List.copyOf(statements);
    }

    /**
     * Whether it allows an action.
     *
     * @param action as IAM writes it: {@code sagemaker:CreateTrainingJob}
     * @param resource the ARN; {@code *} for an action that IAM knows no resource for
     * @param facts what is known of the call, by condition key: {@code events:source}
     */
    public boolean allows(String action, String resource, Map<String, String> facts) {
        return statements.stream().anyMatch(statement -> statement.allows(action, resource, facts));
    }
}
