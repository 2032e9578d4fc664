package io.trainyard.local.front;

/**
 * Credentials of the account.
 *
 * @param principal whose they are: {@code admin}, or a service's name
 */
public record AccessKey(String principal, String id, String secret) {

    @Override
    public String toString() {
        return "AccessKey[" + principal + ", " + id + "]";
    }
}
