package io.trainyard.local.sagemaker.training;

import java.util.ArrayDeque;
import java.util.concurrent.CompletableFuture;

/** How many training containers run at once; those that find no place wait in the order they came. */
final class Places {

    private final ArrayDeque<CompletableFuture<Void>> waiting = new ArrayDeque<>();
    private int free;

    Places(int places) {
        this.free = places;
    }

    /** Completes when there is a place, which is then taken; at once where one is free. */
    synchronized CompletableFuture<Void> take() {
        if (free > 0) {
            free--;
            return CompletableFuture.completedFuture(null);
        }
        CompletableFuture<Void> turn = new CompletableFuture<>();
        waiting.add(turn);
        return turn;
    }

    /** Gives back what {@link #take} answered, whether its turn had come or not. */
    void leave(CompletableFuture<Void> turn) {
        if (turn.isDone()) {
            next();
        } else {
            giveUp(turn);
        }
    }

    private synchronized void next() {
        CompletableFuture<Void> next = waiting.poll();
        if (next == null) {
            free++;
        } else {
            next.complete(null);
        }
    }

    private synchronized void giveUp(CompletableFuture<Void> turn) {
        if (!waiting.remove(turn)) {
            next();
        }
    }
}
