package io.trainyard.local.front.signature;

import java.io.IOException;

/** The body that arrives is not the one that was signed; thrown before its last byte is handed on. */
public final class TamperedBodyException extends IOException {

    private static final long serialVersionUID = 1;

    private final transient Breach breach;

    TamperedBodyException(Breach breach) {
        super(breach.message());
        this.breach = breach;
    }

    public Breach breach() {
        return breach;
    }
}
