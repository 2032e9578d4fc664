package io.trainyard.local.lambda;

import io.trainyard.local.usage.Usage;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/**
 * A deployed function and its processes. A call takes a warm process or starts one; beyond the most that it may have,
 * calls wait in order.
 */
public final class Function implements Invocable, AutoCloseable {

    private static final long NANOS_PER_MILLI = 1_000_000;

    private final FunctionDefinition definition;
    private final Launcher launcher;
    private final Supplier<String> ids;
    private final Semaphore seats;
    private final Usage usage;
    private final Deque<FunctionProcess> idle = new ArrayDeque<>();
    private final List<FunctionProcess> all = new ArrayList<>();
    private boolean closed;

    Function(FunctionDefinition definition, Launcher launcher, Supplier<String> ids, int mostProcesses, Usage usage) {
        this.usage = usage;
        this.definition = definition;
        this.launcher = launcher;
        this.ids = ids;
        this.seats = new Semaphore(mostProcesses, true);
    }

    public FunctionDefinition definition() {
        return definition;
    }

    @Override
    public InvocationResult call(byte[] payload) throws InterruptedException {
        seats.acquire();
        try {
            return callOn(take(), payload);
        } finally {
            seats.release();
        }
    }

    private InvocationResult callOn(FunctionProcess process, byte[] payload) throws InterruptedException {
        var answered = false;
        try {
            var invocation = new Invocation(ids.get(), payload);
            var result = process.call(invocation, definition.timeout());
            answered = true;
            count(invocation);
            return result;
        } finally {
            if (!answered) {
                process.kill();
            }
            giveBack(process);
        }
    }

    /** As Lambda bills it: a started millisecond is a whole one, and the wait for a process is none. */
    private void count(Invocation invocation) {
        var took = Math.ceilDiv(invocation.running().toNanos(), NANOS_PER_MILLI);
        usage.add("lambda", "invocations", definition.name(), 1);
        usage.add("lambda", "gb-seconds", definition.name(), took / 1000.0 * definition.memory() / 1024);
    }

    /**
     * Starts a process unless there is one, and waits until it is ready. A call that comes earlier waits for the same
     * process.
     */
    void warm() throws InterruptedException {
        var process = first();
        if (process.isPresent()) {
            process.get().awaitStart();
        }
    }

    private Optional<FunctionProcess> first() {
        synchronized (this) {
            if (closed || !all.isEmpty()) {
                return Optional.empty();
            }
        }
        var started = admit(launcher.launch(definition));
        giveBack(started);
        return Optional.of(started);
    }

    /** The ids of its processes, for people and tests. */
    public synchronized List<Long> pids() {
        return all.stream().map(FunctionProcess::pid).toList();
    }

    /** Kills its processes at once, whatever they are doing; the calls under way fail. */
    public synchronized void kill() {
        List.copyOf(all).forEach(FunctionProcess::kill);
    }

    /** Ends processes that nobody has called for long: all but one after a minute, the last after {@code longest}. */
    synchronized void rest(Duration longest) {
        if (!idle.isEmpty() && launcher.logIsFull(definition)) {
            restAll();
        }
        var extra = longest.compareTo(Duration.ofMinutes(1)) < 0 ? longest : Duration.ofMinutes(1);
        for (var process : List.copyOf(idle)) {
            var limit = all.size() > 1 ? extra : longest;
            if (process.idle().compareTo(limit) > 0) {
                rest(process);
            }
        }
    }

    /** The processes to come write a new log. */
    private void restAll() {
        List.copyOf(idle).forEach(this::rest);
    }

    private void rest(FunctionProcess process) {
        idle.remove(process);
        drop(process);
        Thread.startVirtualThread(process::end);
    }

    /** Ends its processes. */
    @Override
    public void close() {
        List<FunctionProcess> left;
        synchronized (this) {
            closed = true;
            left = List.copyOf(all);
            left.forEach(this::drop);
        }
        left.parallelStream().forEach(FunctionProcess::end);
    }

    private FunctionProcess take() {
        var warm = takeWarm();
        return warm.orElseGet(() -> admit(launcher.launch(definition)));
    }

    private synchronized Optional<FunctionProcess> takeWarm() {
        for (var process = idle.pollLast(); process != null; process = idle.pollLast()) {
            if (process.isAlive()) {
                return Optional.of(process);
            }
            drop(process);
        }
        return Optional.empty();
    }

    private synchronized FunctionProcess admit(FunctionProcess started) {
        if (closed) {
            launcher.forget(started);
            started.kill();
            throw new IllegalStateException("the account is stopping");
        }
        all.add(started);
        return started;
    }

    private synchronized void giveBack(FunctionProcess process) {
        if (process.isUsable() && !closed) {
            idle.addLast(process);
        } else {
            drop(process);
        }
    }

    private void drop(FunctionProcess process) {
        all.remove(process);
        launcher.forget(process);
    }
}
