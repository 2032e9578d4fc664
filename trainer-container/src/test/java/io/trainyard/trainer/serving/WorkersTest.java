package io.trainyard.trainer.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class WorkersTest {

    @Test
    void refusesWithA503WhenEveryWorkerStaysBusy() {
        Workers workers = new Workers(1, Duration.ofMillis(20));
        CountDownLatch begun = new CountDownLatch(1);
        CompletableFuture<String> release = new CompletableFuture<>();
        CompletableFuture<String> busy = CompletableFuture.supplyAsync(() -> workers.run(() -> {
            begun.countDown();
            return release.join();
        }));
        await(begun);

        assertThatThrownBy(() -> workers.run(() -> "late"))
                .isInstanceOf(HttpProblem.class)
                .hasMessage("every worker was busy for 20 ms: try again")
                .satisfies(
                        problem -> assertThat(((HttpProblem) problem).status()).isEqualTo(503));

        release.complete("done");
        assertThat(busy.join()).isEqualTo("done");
        assertThat(workers.run(() -> "next")).isEqualTo("next");
    }

    @Test
    void isFreeAgainAfterWorkThatFails() {
        Workers workers = new Workers(1, Duration.ofMillis(20));

        assertThatThrownBy(() -> workers.run(() -> {
                    throw new IllegalStateException("broken");
                }))
                .hasMessage("broken");
        assertThat(workers.run(() -> "next")).isEqualTo("next");
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
