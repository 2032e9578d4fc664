package io.trainyard.local.lambda;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** One process of a function: takes one call at a time, and is of no use any more once it has failed to answer. */
final class FunctionProcess {

    private static final Duration LONGEST_START = Duration.ofSeconds(60);

    private final String id;
    private final Process process;
    private final Duration lastWords;
    private final BlockingQueue<Invocation> waiting = new LinkedBlockingQueue<>();
    private final AtomicReference<@Nullable Invocation> current = new AtomicReference<>();
    private final CompletableFuture<Void> started = new CompletableFuture<>();
    private volatile boolean killed;
    private volatile long idleSince = System.nanoTime();

    /** @param lastWords how long it may take to end when it is asked to */
    FunctionProcess(String id, Process process, Duration lastWords) {
        this.id = id;
        this.lastWords = lastWords;
        this.process = process;
        process.onExit().thenAccept(ended -> giveUp());
    }

    String id() {
        return id;
    }

    long pid() {
        return process.pid();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Whether it may take another call: it is alive, and has not been killed a moment ago. */
    boolean isUsable() {
        return !killed && process.isAlive();
    }

    Duration idle() {
        return Duration.ofNanos(System.nanoTime() - idleSince);
    }

    /** Calls the function and waits for its answer, for the end of its time, or for the end of the process. */
    InvocationResult call(Invocation invocation, Duration timeout) throws InterruptedException {
        current.set(invocation);
        if (!process.isAlive()) {
            giveUp();
        }
        waiting.add(invocation);
        try {
            invocation.taken().get(LONGEST_START.toMillis(), TimeUnit.MILLISECONDS);
            return invocation.result().get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            kill();
            return invocation.taken().isDone()
                    ? Failures.timedOut(invocation.requestId(), timeout)
                    : Failures.notStarted(invocation.requestId(), LONGEST_START);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a call never fails but by its result", e);
        } finally {
            current.set(null);
            idleSince = System.nanoTime();
        }
    }

    /** Waits until the process asks for its first call, or has ended, for at most as long as a start may take. */
    void awaitStart() throws InterruptedException {
        try {
            started.get(LONGEST_START.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            // It may still come; whoever calls it waits for it again.
            return;
        } catch (ExecutionException e) {
            throw new IllegalStateException("a start never fails but by the end of the process", e);
        }
    }

    /** The next call, for the Runtime API; null when the process has none to come. */
    @Nullable
    Invocation next() throws InterruptedException {
        started.complete(null);
        while (process.isAlive()) {
            var invocation = waiting.poll(1, TimeUnit.SECONDS);
            if (invocation != null) {
                return invocation;
            }
        }
        return null;
    }

    /** Finishes the call that is under way, if it is this one; a late answer to another is dropped. */
    boolean finish(String requestId, InvocationResult result) {
        var invocation = current.get();
        return invocation != null
                && invocation.requestId().equals(requestId)
                && invocation.result().complete(result);
    }

    /** Fails the call that is under way; for a function that could not even start. */
    void fail(InvocationResult result) {
        var invocation = current.get();
        if (invocation != null) {
            invocation.taken().complete(0L);
            invocation.result().complete(result);
        }
    }

    void kill() {
        killed = true;
        process.destroyForcibly();
    }

    /** Asks the process to end, and kills it if it does not. */
    void end() {
        process.destroy();
        try {
            if (!process.waitFor(lastWords.toMillis(), TimeUnit.MILLISECONDS)) {
                kill();
                process.waitFor();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            kill();
        }
    }

    private void giveUp() {
        started.complete(null);
        var invocation = current.get();
        if (invocation != null) {
            fail(Failures.exited(invocation.requestId(), process.exitValue()));
        }
    }
}
