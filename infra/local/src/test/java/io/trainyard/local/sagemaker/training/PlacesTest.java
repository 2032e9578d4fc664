package io.trainyard.local.sagemaker.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class PlacesTest {

    final Places places = new Places(1);

    @Test
    void givesThePlaceToWhoeverCameFirst() {
        CompletableFuture<Void> first = places.take();
        CompletableFuture<Void> second = places.take();
        CompletableFuture<Void> third = places.take();
        assertThat(first).isDone();
        places.leave(first);

        assertThat(second).isDone();
        assertThat(third).isNotDone();
    }

    @Test
    void whoGivesUpWaitingTakesNobodysPlace() {
        CompletableFuture<Void> first = places.take();
        CompletableFuture<Void> second = places.take();
        places.leave(second);
        places.leave(first);

        assertThat(places.take()).isDone();
        assertThat(places.take()).isNotDone();
    }
}
