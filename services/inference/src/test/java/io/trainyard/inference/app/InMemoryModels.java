package io.trainyard.inference.app;

import io.trainyard.inference.domain.KnownJob;
import io.trainyard.slots.Retirement;
import io.trainyard.slots.Slot;
import io.trainyard.slots.SlotLimits;
import io.trainyard.slots.SlotTable;
import io.trainyard.steps.domain.AttemptKey;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Endpoints, records and models in memory. A model answers with what it was asked, unless a test says otherwise. */
public final class InMemoryModels implements EndpointTable, JobBook, ModelEndpoints {

    public static final Instant START = Instant.parse("2026-11-21T08:00:00Z");

    /** Of so many jobs the index tells names, as on AWS. */
    public static final int NEWEST = 100;

    /** A job whose record cannot be read. */
    public static final String BROKEN = "broken";

    private final List<KnownJob> jobs = new ArrayList<>();
    private final List<String> looked = new ArrayList<>();
    private final Map<String, Asked> answers = new HashMap<>();
    private final List<String> asked = new ArrayList<>();
    private SlotTable table = SlotTable.EMPTY;
    private int reads;

    @Override
    public SlotTable read() {
        reads++;
        return table;
    }

    @Override
    public Optional<KnownJob> job(String jobId) {
        if (jobId.equals(BROKEN)) {
            throw new IllegalStateException("arn:aws:dynamodb:eu-west-1:123456789012:table/records is not there");
        }
        looked.add(jobId);
        return jobs.reversed().stream().filter(job -> job.jobId().equals(jobId)).findFirst();
    }

    @Override
    public Optional<KnownJob> newest(String name) {
        looked.add("the newest " + name);
        return jobs.reversed().stream()
                .limit(NEWEST)
                .filter(job -> job.name().equals(name))
                .findFirst();
    }

    @Override
    public Asked ask(String endpoint, String contentType, @Nullable String accept, byte[] body) {
        String text = new String(body, StandardCharsets.UTF_8);
        asked.add(endpoint + " " + contentType + " " + accept + " " + text);
        return answers.getOrDefault(endpoint, well(contentType, text));
    }

    public static Asked well(String contentType, String text) {
        return new Asked.Well(contentType, text.getBytes(StandardCharsets.UTF_8), "model-version=m1");
    }

    /** A record, or what has become of it; each is newer than those before. */
    public void know(String jobId, String name, String status) {
        jobs.add(new KnownJob(jobId, name, status, START.plusSeconds(jobs.size())));
    }

    public void deploying(String jobId) {
        table = table.enter(slot(jobId), "", SlotLimits.defaults(), why()).table();
    }

    public void ready(String jobId) {
        deploying(jobId);
        table = table.ready(key(jobId), SlotLimits.defaults(), why()).table();
    }

    public void retire(String jobId) {
        table = table.retire(jobId, why()).table();
    }

    public void free(String jobId) {
        table = table.free(key(jobId), SlotLimits.defaults(), START);
    }

    public void answer(String jobId, Asked answer) {
        answers.put(endpoint(jobId), answer);
    }

    public List<String> asked() {
        return asked;
    }

    public int reads() {
        return reads;
    }

    /** What was looked for in the ledger. */
    public List<String> looked() {
        return looked;
    }

    public static String endpoint(String jobId) {
        return key(jobId).resource("ty-test");
    }

    private static Slot slot(String jobId) {
        return Slot.deploying(key(jobId), endpoint(jobId), "ty-test-" + jobId + "-model-1-1", "request");
    }

    private static AttemptKey key(String jobId) {
        return new AttemptKey(jobId, 1, "endpoint", 1);
    }

    private static Retirement why() {
        return new Retirement(START, "made room", "cause");
    }
}
