package io.trainyard.local.containers;

import java.util.List;
import java.util.Map;

/**
 * An image that stands for a command of this machine.
 *
 * @param repository without registry and tag
 * @param command program and first arguments; {@code train} or {@code serve} is added after them
 * @param environment added to the container's environment
 */
public record MappedImage(String repository, List<String> command, Map<String, String> environment) {

    public MappedImage {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
        if (command.isEmpty()) {
            throw new IllegalArgumentException("image " + repository + ": command is empty; name the program to run");
        }
    }
}
