package io.trainyard.local.iam;

import io.trainyard.local.front.AwsRequest;
import io.trainyard.local.front.FormQuery;
import io.trainyard.local.front.JsonProtocol;
import io.trainyard.wiring.Deployment;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** SQS, in the JSON protocol or as a form. A batch asks for the action of one (aws/serverless-application-model issue 3633). */
final class QueueActs implements Acts {

    private final Deployment here;

    QueueActs(Deployment here) {
        this.here = here;
    }

    @Override
    public List<Act> of(AwsRequest request) {
        return request.operation()
                .map(operation -> ofJson(operation, request))
                .orElseGet(() -> ofForm(form(request), request));
    }

    private List<Act> ofJson(String operation, AwsRequest request) {
        var body = JsonProtocol.body(request);
        var queue = body.path("QueueUrl").asText(body.path("QueueName").asText(""));
        return List.of(act(operation, queue));
    }

    private List<Act> ofForm(Map<String, String> form, AwsRequest request) {
        var queue = Optional.ofNullable(form.get("QueueUrl")).orElseGet(() -> form.getOrDefault("QueueName", ""));
        return List.of(act(form.getOrDefault("Action", ""), queue.isEmpty() ? request.path() : queue));
    }

    private static Map<String, String> form(AwsRequest request) {
        return FormQuery.parse(
                request.body().length == 0 ? request.query() : new String(request.body(), StandardCharsets.UTF_8));
    }

    private Act act(String operation, String queue) {
        var name = queue.substring(queue.lastIndexOf('/') + 1);
        return new Act("sqs:" + operation.replaceFirst("Batch$", ""), name.isEmpty() ? Act.ANY : here.queueArn(name));
    }
}
