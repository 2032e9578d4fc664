package io.trainyard.local.deployment;

import static io.trainyard.local.front.JsonProtocol.JSON;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.trainyard.local.front.JsonProtocol;
import io.trainyard.wiring.Deployment;
import io.trainyard.wiring.QueueSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** Creates queues through SQS's own API, and brings those that are there to what the description says now. */
final class QueueCreation {

    private final HttpClient client;
    private final URI sqs;
    private final Deployment deployment;

    QueueCreation(HttpClient client, URI sqs, Deployment deployment) {
        this.client = client;
        this.sqs = sqs;
        this.deployment = deployment;
    }

    /** A service's dead-letter queue, and its queue in front of it. */
    void create(String service, QueueSettings settings) {
        var dead = deployment.deadLetterQueue(service);
        ensure(
                dead,
                attributes(QueueSettings.DEAD_LETTER_RETENTION)
                        .put("VisibilityTimeout", Integer.toString(QueueSettings.DEAD_LETTER_VISIBILITY)));
        var redrive = JSON.createObjectNode()
                .put("deadLetterTargetArn", deployment.queueArn(dead))
                .put("maxReceiveCount", settings.maxReceives());
        var attributes = attributes(QueueSettings.RETENTION)
                .put("VisibilityTimeout", Integer.toString(settings.visibility()))
                .put("RedrivePolicy", redrive.toString());
        ensure(deployment.queue(service), attributes);
    }

    private static ObjectNode attributes(int retention) {
        return JSON.createObjectNode().put("MessageRetentionPeriod", Integer.toString(retention));
    }

    private void ensure(String queue, ObjectNode attributes) {
        var request = JSON.createObjectNode().put("QueueName", queue);
        request.set("Attributes", attributes);
        var created = call("CreateQueue", request);
        if (created.statusCode() == 200) {
            return;
        }
        var url = sqs.resolve("/" + deployment.account() + "/" + queue).toString();
        var change = JSON.createObjectNode().put("QueueUrl", url);
        // ElasticMQ keeps messages for ever and warns when it is told how long.
        change.set("Attributes", attributes.without("MessageRetentionPeriod"));
        var changed = call("SetQueueAttributes", change);
        if (changed.statusCode() != 200) {
            throw new IllegalStateException(
                    "cannot make queue " + queue + ": " + created.body() + " " + changed.body());
        }
    }

    private HttpResponse<String> call(String operation, ObjectNode body) {
        var request = HttpRequest.newBuilder(sqs)
                .header("Content-Type", "application/x-amz-json-1.0")
                .header("X-Amz-Target", "AmazonSQS." + operation)
                .POST(BodyPublishers.ofByteArray(JsonProtocol.bytes(body)))
                .build();
        try {
            return client.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException("SQS did not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the account is stopping", e);
        }
    }
}
