package io.trainyard.local.junit;

import io.trainyard.local.AccountOptions;
import io.trainyard.local.AccountOptions.Tuning;
import io.trainyard.local.home.Folders;
import io.trainyard.local.time.ControllableClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A folder for the time of one account. */
record TemporaryHome(Path folder) implements AutoCloseable {

    static TemporaryHome create() {
        try {
            return new TemporaryHome(Files.createTempDirectory("local-account-"));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot create a temporary folder for the account", e);
        }
    }

    AccountOptions options(Map<String, List<String>> containers, Optional<ControllableClock> clock) {
        var options = AccountOptions.in(folder.resolve("home")).withContainers(images(containers));
        return clock.map(time -> options.withTuning(Tuning.standard().withClock(time)))
                .orElse(options);
    }

    /** The commands as a file, which is YAML and therefore may be JSON. */
    private Path images(Map<String, List<String>> containers) {
        var entries = containers.entrySet().stream()
                .map(entry -> "- image: " + quoted(entry.getKey()) + "\n  command: ["
                        + entry.getValue().stream().map(TemporaryHome::quoted).collect(Collectors.joining(", "))
                        + "]\n")
                .collect(Collectors.joining());
        try {
            return Files.writeString(
                    folder.resolve("images.yaml"), entries.isEmpty() ? "images: []\n" : "images:\n" + entries);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the account's images", e);
        }
    }

    private static String quoted(String word) {
        return '"' + word.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    @Override
    public void close() {
        try {
            Folders.remove(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot remove " + folder, e);
        }
    }
}
