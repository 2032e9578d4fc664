package io.trainyard.local.iam;

import java.util.Map;

/** What IAM asks for when a call hands a role over to a service. */
final class PassedRole {

    private PassedRole() {}

    static Act of(String roleArn, String service) {
        return new Act("iam:PassRole", roleArn, Map.of("iam:PassedToService", service + ".amazonaws.com"));
    }
}
