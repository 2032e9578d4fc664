package io.trainyard.local.sagemaker.wire;

/**
 * The account that resources belong to.
 *
 * @param id twelve digits
 * @param region {@code eu-west-1}
 */
public record Account(String id, String region) {

    /** @param type {@code training-job}, {@code model}, {@code endpoint-config} or {@code endpoint} */
    public String arn(String type, String name) {
        return "arn:aws:sagemaker:" + region + ":" + id + ":" + type + "/" + name;
    }
}
