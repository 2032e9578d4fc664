package io.trainyard.cli.account;

import com.fasterxml.jackson.databind.JsonNode;
import io.trainyard.cli.output.Elapsed;
import io.trainyard.cli.output.Json;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * An account whose process is alive, as it describes itself in {@code account.json}.
 *
 * @param process the operating system's handle
 * @param endpoint the one address of everything
 * @param details the whole of {@code account.json}
 */
public record RunningAccount(ProcessHandle process, URI endpoint, JsonNode details) {

    /** The operating system rounds start times to its clock's tick. */
    private static final Duration ROUNDING = Duration.ofSeconds(2);

    /** The account that runs in this home; empty where there is none, or where the process that wrote the file is gone. */
    public static Optional<RunningAccount> in(Home home) {
        return read(home)
                .flatMap(details -> ProcessHandle.of(details.path("pid").asLong(-1))
                        .filter(ProcessHandle::isAlive)
                        .filter(process -> wrote(process, details))
                        .flatMap(process -> Json.text(details, "endpoint")
                                .map(endpoint -> new RunningAccount(process, URI.create(endpoint), details))));
    }

    public String version() {
        return detail("version", "unknown");
    }

    /** The account's number. */
    public String number() {
        return detail("account", "123456789012");
    }

    public String region() {
        return detail("region", "eu-west-1");
    }

    public String accessKeyId() {
        return detail("accessKeyId", "");
    }

    public String secretAccessKey() {
        return detail("secretAccessKey", "");
    }

    /** A token for the HTTP API that is in every role, as fresh as the account keeps them. */
    public Optional<String> token() {
        return token("all");
    }

    /** A fresh token of one role; empty where there is none. */
    public Optional<String> token(String role) {
        return Json.text(details, "tokens")
                .map(Path::of)
                .filter(Files::isReadable)
                .flatMap(RunningAccount::read)
                .flatMap(tokens -> Json.text(tokens, role));
    }

    /** Where job events are put. */
    public String bus() {
        return prefix();
    }

    /** Where data sets and artifacts lie. */
    public String bucket() {
        return prefix() + "-artifacts";
    }

    private String prefix() {
        return "ty-" + detail("env", "local");
    }

    private String detail(String name, String missing) {
        return Json.text(details, name).orElse(missing);
    }

    private static Optional<JsonNode> read(Home home) {
        return Files.isReadable(home.accountFile()) ? read(home.accountFile()) : Optional.empty();
    }

    private static Optional<JsonNode> read(Path file) {
        try {
            return Json.tryRead(Files.readString(file));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Process ids are used again: a process that began after the account was ready is another one. */
    private static boolean wrote(ProcessHandle process, JsonNode details) {
        Optional<Instant> ready = Json.text(details, "started").flatMap(Elapsed::instant);
        Optional<Instant> began = process.info().startInstant();
        return ready.isEmpty()
                || began.isEmpty()
                || !began.get().isAfter(ready.get().plus(ROUNDING));
    }
}
