package io.trainyard.events;

import java.math.BigInteger;

/** Draws job ids: the jobs API and intake get the same answer without asking one another. */
public final class JobIds {

    /** Letters and digits that cannot be mistaken for one another (Crockford's base 32, lower case). */
    private static final String ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";

    private static final int LENGTH = 20;

    private JobIds() {}

    /**
     * The id of the job that this sender means by this key: 20 characters, 100 bits.
     *
     * @param deployment the resource prefix, such as {@code ty-local}
     * @param account of the sender, as EventBridge wrote it
     * @param source of the sender, as EventBridge let it pass
     * @param idempotencyKey as the sender chose it
     */
    public static String draw(String deployment, String account, String source, String idempotencyKey) {
        var number = new BigInteger(EventIds.digest(deployment, account, source, idempotencyKey), 16);
        var id = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            id.append(ALPHABET.charAt(number.shiftRight(5 * i).intValue() & 31));
        }
        return id.toString();
    }
}
