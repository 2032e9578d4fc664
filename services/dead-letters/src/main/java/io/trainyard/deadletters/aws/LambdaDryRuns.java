package io.trainyard.deadletters.aws;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.trainyard.deadletters.app.DryRuns;
import io.trainyard.events.json.Json;
import io.trainyard.lambda.DeadLetters;
import io.trainyard.lambda.Deployment;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.lambda.LambdaClient;

/** Calls a service's function with the message marked as a dry run, as its queue would call it. */
final class LambdaDryRuns implements DryRuns {

    private final LambdaClient lambda;
    private final Deployment deployment;

    LambdaDryRuns(LambdaClient lambda, Deployment deployment) {
        this.lambda = lambda;
        this.deployment = deployment;
    }

    @Override
    public List<String> decide(String service, String body) {
        var answer = lambda.invoke(request ->
                request.functionName(deployment.functionOf(service)).payload(SdkBytes.fromUtf8String(batch(body))));
        String text = answer.payload().asUtf8String();
        if (answer.functionError() != null) {
            return List.of("the function failed: " + text);
        }
        var decisions = new ArrayList<String>();
        Json.tree(text).path("decisions").forEach((JsonNode decision) -> decisions.add(decision.asText()));
        return decisions;
    }

    private static String batch(String body) {
        ObjectNode batch = JsonNodeFactory.instance.objectNode();
        ObjectNode message = batch.putArray("Records").addObject();
        message.put("messageId", "dry-run").put("body", body).put("eventSource", "aws:sqs");
        message.putObject("attributes").put("ApproximateReceiveCount", "1");
        ObjectNode mark = message.putObject("messageAttributes").putObject(DeadLetters.DRY_RUN);
        mark.put("stringValue", "true").put("dataType", "String");
        return batch.toString();
    }
}
