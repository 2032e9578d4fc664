package io.trainyard.local.quotas;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;

/**
 * One quota of SageMaker.
 *
 * @param name as AWS names it: {@code ml.m5.large for training job usage}
 * @param value how many instances the account may have at a time
 */
record Quota(String name, int value) {

    static final String SERVICE = "sagemaker";

    /** Of AWS's form and the same for ever; AWS's own codes are not published as a list. */
    String code() {
        long drawn =
                UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).getMostSignificantBits();
        return String.format(Locale.ROOT, "L-%08X", drawn >>> Integer.SIZE);
    }

    ObjectNode json(String region, String account) {
        var arn = "arn:aws:servicequotas:%s:%s:%s/%s".formatted(region, account, SERVICE, code());
        return JsonNodeFactory.instance
                .objectNode()
                .put("ServiceCode", SERVICE)
                .put("ServiceName", "Amazon SageMaker")
                .put("QuotaArn", arn)
                .put("QuotaCode", code())
                .put("QuotaName", name)
                .put("Value", (double) value)
                .put("Unit", "None")
                .put("Adjustable", true)
                .put("GlobalQuota", false)
                .put("QuotaAppliedAtLevel", "ACCOUNT");
    }
}
