package io.trainyard.local.front;

import com.fasterxml.jackson.core.type.TypeReference;
import io.trainyard.local.home.SecretFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;

/** The account's access keys, one per principal, kept in a file that only its owner may read. */
public final class AccessKeys {

    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private final Path file;
    private final RandomGenerator random;
    private final Map<String, AccessKey> byPrincipal = new ConcurrentHashMap<>();
    private final Map<String, AccessKey> byId = new ConcurrentHashMap<>();

    /** Opens the keys in {@code file}; new ones are drawn from {@code random}, which must be a secure one. */
    public AccessKeys(Path file, RandomGenerator random) {
        this.file = file;
        this.random = random;
        load().forEach(this::remember);
    }

    /** The principal's key, drawn and stored at the first call. */
    public synchronized AccessKey of(String principal) {
        var known = byPrincipal.get(principal);
        if (known != null) {
            return known;
        }
        var key = new AccessKey(principal, "AKIA" + letters(16), letters(40));
        remember(key);
        store();
        return key;
    }

    public Optional<AccessKey> withId(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    private void remember(AccessKey key) {
        byPrincipal.put(key.principal(), key);
        byId.put(key.id(), key);
    }

    private String letters(int count) {
        var letters = new StringBuilder();
        for (int i = 0; i < count; i++) {
            letters.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return letters.toString();
    }

    private List<AccessKey> load() {
        try {
            return Files.exists(file)
                    ? JsonProtocol.JSON.readValue(file.toFile(), new TypeReference<List<AccessKey>>() {})
                    : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the access keys in " + file, e);
        }
    }

    private void store() {
        try {
            SecretFile.write(file, JsonProtocol.JSON.writeValueAsBytes(new ArrayList<>(byPrincipal.values())));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot store the access keys in " + file, e);
        }
    }
}
