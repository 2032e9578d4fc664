package io.trainyard.local.sqs;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.pekko.actor.ActorRef;
import org.apache.pekko.pattern.Patterns;

/** Asks an actor and waits for its answer. */
final class Asking {

    private Asking() {}

    static Object ask(ActorRef actor, Object question, Duration patience) {
        try {
            return Patterns.ask(actor, question, patience)
                    .toCompletableFuture()
                    .get(patience.toMillis() + 1_000, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the account is stopping", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("a queue did not answer", e);
        }
    }
}
