package io.trainyard.trainer.data;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/** Tells one set of rows from another. */
final class Digest {

    private Digest() {}

    static String of(Table train, Optional<Table> validation) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            add(sha, train);
            validation.ifPresent(table -> add(sha, table));
            return HexFormat.of().formatHex(sha.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static void add(MessageDigest sha, Table table) {
        sha.update(table.columns().toString().getBytes(StandardCharsets.UTF_8));
        table.rows().forEach(row -> sha.update(row.cells().toString().getBytes(StandardCharsets.UTF_8)));
        sha.update((byte) 0);
    }
}
