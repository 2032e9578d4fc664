package io.trainyard.tests.wiring;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One operation of AWS that a class calls. */
record SdkCall(String client, String operation) {

    private static final Pattern CLIENT =
            Pattern.compile("software\\.amazon\\.awssdk\\.services\\.([a-z0-9]+)\\.(?:\\w+\\.)?\\w+?(?:Async)?Client");
    private static final Set<String> NO_CALLS =
            Set.of("builder", "create", "close", "serviceName", "serviceClientConfiguration");

    /** The operation behind a method of a client; empty for a method of anything else. */
    static Optional<SdkCall> of(String owner, String method) {
        Matcher client = CLIENT.matcher(owner);
        if (!client.matches() || NO_CALLS.contains(method)) {
            return Optional.empty();
        }
        String name = method.replaceFirst("Paginator$", "");
        return Optional.of(new SdkCall(client.group(1), Character.toUpperCase(name.charAt(0)) + name.substring(1)));
    }

    @Override
    public String toString() {
        return client + "." + operation;
    }
}
