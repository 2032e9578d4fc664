package io.trainyard.sample.aws;

import java.security.SecureRandom;
import java.util.UUID;

/** Breaks two rules: every process of a native executable would draw the same. */
public final class SeedsAtBuild {

    static final SecureRandom CHANCE = new SecureRandom();
    static final String ID = UUID.randomUUID().toString();

    private SeedsAtBuild() {}
}
