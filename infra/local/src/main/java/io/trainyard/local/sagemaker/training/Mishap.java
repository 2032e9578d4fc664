package io.trainyard.local.sagemaker.training;

import io.trainyard.local.faults.Fault;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** What is to befall one container: so long after its start, or when it prints a certain line. */
final class Mishap {

    private final Optional<Fault.Effect> effect;
    private final CompletableFuture<Void> struck = new CompletableFuture<>();

    /** @param effect empty where all goes well */
    Mishap(Optional<Fault.Effect> effect) {
        this.effect = effect;
    }

    /** Done once it has struck. */
    CompletableFuture<Void> struck() {
        return struck;
    }

    /** The container has started. */
    void began() {
        effect.filter(told -> told.line().isEmpty())
                .map(told -> told.delay().orElse(Duration.ZERO))
                .ifPresent(delay -> struck.completeOnTimeout(null, delay.toMillis(), TimeUnit.MILLISECONDS));
    }

    /** The container has printed a line. */
    void heard(String line) {
        effect.flatMap(Fault.Effect::line).filter(line::contains).ifPresent(part -> struck.complete(null));
    }
}
