package io.trainyard.system;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequestEntry;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;

/** Messages whose service cannot do anything with them just now: requests of other teams, and releases of steps. */
record Poison(Aws aws) {

    private static final int BATCH = 10;
    private static final String REQUEST = """
            {"data": {"idempotencyKey": "poison-%1$d", "name": "poison-%1$d", "mode": "graph",
             "steps": [{"step": "probe", "kind": "probe"}]}}""";
    private static final String RELEASE = """
            {"metadata": {"id": "%1$s", "jobId": "%1$s", "causationId": "%1$s", "correlationId": "%1$s",
               "occurredAt": "2026-01-01T00:00:00Z", "version": 1},
             "route": {"run": 1, "until": "2099-01-01T00:00:00Z", "done": {}, "awaited": [], "over": false, "end": false,
               "plan": [{"step": "probe", "kind": "probe", "after": [], "spec": {}}],
               "next": [{"step": "probe", "kind": "probe", "attempt": 1}]},
             "data": %2$s}""";

    /** Requests to intake, put on the bus as an upstream system puts them. */
    void requests(int count) {
        inBatches(count, "acme.orders", "job-requested", REQUEST::formatted);
    }

    /** Releases of steps on the bus, of jobs that nobody else knows. */
    void releases(int count, String by, String event, JsonNode data) {
        inBatches(count, "trainyard." + by, event, n -> release(event, n, data));
    }

    /** Releases of steps as they lie in the queue of the probe service. */
    void queued(int count, String by, String event, JsonNode data) {
        String url = url("probe");
        batches(
                count,
                batch -> aws.queues()
                        .sendMessageBatch(send -> send.queueUrl(url)
                                .entries(batch.stream()
                                        .map(n -> SendMessageBatchRequestEntry.builder()
                                                .id(Integer.toString(n))
                                                .messageBody(envelope(by, event, release(event, n, data)))
                                                .build())
                                        .toList())));
    }

    /** Lets failed messages come back after seconds: three minutes are too long for a test. */
    void hurry(String... services) {
        for (String service : List.of(services)) {
            aws.queues()
                    .setQueueAttributes(set ->
                            set.queueUrl(url(service)).attributes(Map.of(QueueAttributeName.VISIBILITY_TIMEOUT, "5")));
        }
    }

    private void inBatches(int count, String source, String event, IntFunction<String> detail) {
        batches(
                count,
                batch -> aws.events()
                        .putEvents(put -> put.entries(batch.stream()
                                .map(n -> PutEventsRequestEntry.builder()
                                        .eventBusName("ty-local")
                                        .source(source)
                                        .detailType(event)
                                        .detail(detail.apply(n))
                                        .build())
                                .toList())));
    }

    private static void batches(int count, Consumer<List<Integer>> send) {
        for (int from = 0; from < count; from += BATCH) {
            send.accept(
                    IntStream.range(from, Math.min(from + BATCH, count)).boxed().toList());
        }
    }

    private static String release(String event, int n, JsonNode data) {
        return RELEASE.formatted("poison" + event.charAt(0) + "%04d".formatted(n), data);
    }

    private static String envelope(String by, String event, String detail) {
        return """
                {"version": "0", "id": "0", "account": "123456789012", "region": "eu-west-1", "resources": [],
                 "time": "2026-01-01T00:00:00Z", "source": "trainyard.%s", "detail-type": "%s", "detail": %s}""".formatted(by, event, detail);
    }

    private String url(String service) {
        return aws.queues()
                .getQueueUrl(get -> get.queueName("ty-local-" + service))
                .queueUrl();
    }
}
