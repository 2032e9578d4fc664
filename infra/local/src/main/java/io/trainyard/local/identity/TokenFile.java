package io.trainyard.local.identity;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.trainyard.local.front.JsonProtocol;
import io.trainyard.local.home.SecretFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Keeps a file with a fresh token per role, and one for all of them, for whoever may read what the account's owner may: the command line,
 * and people. It is there before the account is ready and goes when it ends.
 */
public final class TokenFile implements AutoCloseable {

    /** The token of somebody who is in every group. */
    private static final String ALL = "all";

    private static final String SUBJECT = "local";
    private static final Duration LIFETIME = Duration.ofMinutes(30);
    private static final Duration RENEWAL = Duration.ofMinutes(10);

    private final UserPool pool;
    private final Path file;
    private final ScheduledExecutorService renewal = Executors.newSingleThreadScheduledExecutor(
            task -> Thread.ofPlatform().name("tokens").daemon().unstarted(task));

    private TokenFile(UserPool pool, Path file) {
        this.pool = pool;
        this.file = file;
    }

    /** Writes the file now and again and again. */
    public static TokenFile keep(UserPool pool, Path file) {
        var tokens = new TokenFile(pool, file);
        tokens.write();
        tokens.renewal.scheduleAtFixedRate(tokens::write, RENEWAL.toSeconds(), RENEWAL.toSeconds(), TimeUnit.SECONDS);
        return tokens;
    }

    @Override
    public void close() {
        renewal.shutdownNow();
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot remove " + file, e);
        }
    }

    private void write() {
        try {
            SecretFile.write(file, JsonProtocol.bytes(tokens()));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }

    private ObjectNode tokens() {
        var tokens = JsonProtocol.JSON.createObjectNode().put(ALL, pool.token(SUBJECT, UserPool.ROLES, LIFETIME));
        UserPool.ROLES.forEach(role -> tokens.put(role, pool.token(SUBJECT, List.of(role), LIFETIME)));
        return tokens;
    }
}
