package io.trainyard.local.usage;

import static io.trainyard.local.front.JsonProtocol.JSON;

import io.trainyard.local.front.AwsRequest;
import io.trainyard.local.front.AwsResponse;
import io.trainyard.local.front.JsonProtocol;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.DoubleAdder;

/**
 * How much of everything was used since the account began, in the units that AWS bills: {@code GET /_trainyard/usage} tells.
 * Called from many threads at once; forgotten when the account ends.
 */
public final class Usage {

    private static final int CHUNK = 64 * 1024;

    private final Map<Key, DoubleAdder> amounts = new ConcurrentHashMap<>();

    /** What was used: {@code sqs}, {@code SendMessage}, the queue. */
    private record Key(String service, String what, String of) {}

    /** Adds an amount. */
    public void add(String service, String what, String of, double amount) {
        amounts.computeIfAbsent(new Key(service, what, of), key -> new DoubleAdder())
                .add(amount);
    }

    /** How much was used; 0 of what was not used at all. */
    public double amount(String service, String what, String of) {
        var amount = amounts.get(new Key(service, what, of));
        return amount == null ? 0 : amount.sum();
    }

    /**
     * How many times a message or an event of so many bytes is billed.
     *
     * <p>Source: the pricing pages of SQS and EventBridge: once per 64 KB.
     */
    public static int chunks(int bytes) {
        return Math.max(1, Math.ceilDiv(bytes, CHUNK));
    }

    /** Everything that was used, sorted. */
    public AwsResponse answer(AwsRequest request) {
        var answer = JSON.createObjectNode();
        var list = answer.putArray("usage");
        amounts.entrySet().stream()
                .sorted(Map.Entry.comparingByKey(Comparator.comparing(Key::service)
                        .thenComparing(Key::what)
                        .thenComparing(Key::of)))
                .forEach(entry -> list.addObject()
                        .put("service", entry.getKey().service())
                        .put("what", entry.getKey().what())
                        .put("of", entry.getKey().of())
                        .put("amount", entry.getValue().sum()));
        return JsonProtocol.answer(200, "application/json", answer);
    }
}
