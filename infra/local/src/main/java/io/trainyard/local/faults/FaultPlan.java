package io.trainyard.local.faults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The faults of an account, in a file of its home: set, listed and cleared while it runs, and still there after a restart.
 *
 * <p>The same seed and the same faults strike at the same calls, whatever order threads come in, as long as the account is not
 * restarted; after a restart the draws go on under the next generation of the seed.
 */
public final class FaultPlan implements Faults {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path file;
    private final Clock clock;
    private final Map<String, SetFault> faults = new LinkedHashMap<>();
    private long seed = 1;
    private long generation;

    private FaultPlan(Path file, Clock clock) {
        this.file = file;
        this.clock = clock;
    }

    /** Opens the plan in the file; an account without the file has no faults. A person may write the file beforehand. */
    public static FaultPlan open(Path file, Clock clock) {
        var plan = new FaultPlan(file, clock);
        try {
            if (Files.exists(file)) {
                plan.take(JSON.readTree(Files.readAllBytes(file)));
            }
        } catch (IOException | IllegalArgumentException e) {
            throw new IllegalStateException(file + " is no list of faults: " + e.getMessage(), e);
        }
        return plan;
    }

    @Override
    public synchronized Optional<Fault> on(FaultKind kind, Occasion occasion) {
        var now = clock.instant();
        for (var each : faults.values()) {
            if (each.strikes(kind, occasion, seed + generation, now)) {
                write();
                return Optional.of(each.fault());
            }
        }
        return Optional.empty();
    }

    @Override
    public synchronized Optional<Fault> standing(FaultKind kind, Occasion occasion) {
        var now = clock.instant();
        return faults.values().stream()
                .filter(each -> each.stands(kind, occasion, now))
                .map(SetFault::fault)
                .findFirst();
    }

    @Override
    public synchronized void hold(Fault fault, Duration standard) {
        var set = faults.get(fault.id());
        var left = fault.effect().delay().orElse(standard).toNanos();
        var until = System.nanoTime() + left;
        try {
            while (left > 0 && set != null && faults.get(fault.id()) == set) {
                TimeUnit.NANOSECONDS.timedWait(this, left);
                left = until - System.nanoTime();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public synchronized boolean isSet(Fault fault) {
        return Optional.ofNullable(faults.get(fault.id()))
                .filter(set -> set.fault().equals(fault))
                .isPresent();
    }

    /** Puts a fault in force, in place of one of the same id. */
    public synchronized void set(Fault fault) {
        faults.put(fault.id(), new SetFault(fault, clock.instant(), 0, 0));
        write();
        notifyAll();
    }

    /** Sets what the draws begin with. */
    public synchronized void seed(long other) {
        seed = other;
        write();
    }

    /** Takes one fault away; false where there is none of this id. */
    public synchronized boolean clear(String id) {
        var gone = faults.remove(id) != null;
        write();
        notifyAll();
        return gone;
    }

    /** Takes every fault away. */
    public synchronized void clear() {
        faults.clear();
        write();
        notifyAll();
    }

    /** How often the fault has struck since it was set. */
    public synchronized long fired(String id) {
        return Optional.ofNullable(faults.get(id)).map(SetFault::fired).orElse(0L);
    }

    /** The faults in force, in the order in which they were set. */
    public synchronized List<Fault> all() {
        return faults.values().stream().map(SetFault::fault).toList();
    }

    /** {@code {"seed": 1, "faults": [{"id": ..., "since": ..., "considered": 12, "fired": 3}]}} */
    public synchronized ObjectNode json() {
        var all = JSON.createObjectNode().put("seed", seed);
        var list = all.putArray("faults");
        faults.values()
                .forEach(each -> list.add(FaultText.write(each.fault())
                        .put("since", each.since().toString())
                        .put("considered", each.considered())
                        .put("fired", each.fired())));
        return all;
    }

    private void take(JsonNode kept) {
        seed = kept.path("seed").asLong(1);
        generation = kept.path("generation").asLong(-1) + 1;
        for (var each : kept.path("faults")) {
            var known = (ObjectNode) each.deepCopy();
            var since = known.path("since").asText();
            var considered = known.path("considered").asLong();
            var fired = known.path("fired").asLong();
            known.remove(List.of("since", "considered", "fired"));
            var fault = FaultText.read(known);
            var set = since.isEmpty() ? clock.instant() : Instant.parse(since);
            faults.put(fault.id(), new SetFault(fault, set, considered, fired));
        }
    }

    private void write() {
        try {
            var draft = file.resolveSibling(file.getFileName() + ".new");
            Files.write(draft, JSON.writeValueAsBytes(json().put("generation", generation)));
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot keep the faults in " + file, e);
        }
    }
}
