package io.trainyard.system;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Waits for conditions of the world outside, which tells nobody when it changes: looks again and again until a deadline. */
final class Await {

    /** Ample for a busy machine: a test that passes never waits for it. */
    static final Duration PATIENCE = Duration.ofSeconds(120);

    private static final long GLANCE_MILLIS = 100;

    private Await() {}

    /** The first value of which {@code wanted} holds; past the deadline an error that shows the last one seen. */
    static <T> T until(String what, Supplier<T> look, Predicate<T> wanted) {
        var found = new CompletableFuture<T>();
        var last = new AtomicReference<Optional<T>>(Optional.empty());
        try (var clock = Executors.newSingleThreadScheduledExecutor()) {
            var looking = clock.scheduleWithFixedDelay(
                    () -> look(look, wanted, last, found), 0, GLANCE_MILLIS, TimeUnit.MILLISECONDS);
            try {
                return found.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            } finally {
                looking.cancel(false);
            }
        } catch (TimeoutException e) {
            throw new AssertionError(
                    "%s: not within %s s; last seen: %s"
                            .formatted(
                                    what,
                                    PATIENCE.toSeconds(),
                                    last.get().map(Object::toString).orElse("nothing")),
                    e);
        } catch (ExecutionException e) {
            throw new AssertionError(what + ": looking failed", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(what + ": interrupted", e);
        }
    }

    /** Returns once the condition holds. */
    static void until(String what, Supplier<Boolean> condition) {
        until(what, condition, holds -> holds);
    }

    private static <T> void look(
            Supplier<T> look, Predicate<T> wanted, AtomicReference<Optional<T>> last, CompletableFuture<T> found) {
        try {
            var seen = look.get();
            last.set(Optional.of(seen));
            if (wanted.test(seen)) {
                found.complete(seen);
            }
        } catch (RuntimeException | Error e) {
            found.completeExceptionally(e);
        }
    }
}
