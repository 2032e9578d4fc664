package io.trainyard.local.apimodel;

/**
 * Why a request is refused.
 *
 * @param error {@code ValidationException} or {@code SerializationException}
 * @param message AWS's sentence, with every violation
 */
public record Found(String error, String message) {}
