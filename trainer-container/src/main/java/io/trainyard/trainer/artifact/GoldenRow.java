package io.trainyard.trainer.artifact;

import com.google.gson.JsonElement;

/**
 * A request whose answer is known: whoever deploys the model sends it, and sees whether the endpoint answers as the
 * training did.
 *
 * @param contentType of the body
 * @param body one row of features
 * @param expected the JSON answer
 */
public record GoldenRow(String contentType, String body, JsonElement expected) {}
