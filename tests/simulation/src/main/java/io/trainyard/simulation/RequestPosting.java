package io.trainyard.simulation;

import io.trainyard.events.json.Delivered;
import io.trainyard.events.json.Json;
import java.util.Optional;
import java.util.function.Consumer;

/** A request on its way to intake. */
record RequestPosting(Delivered request, Consumer<Delivered> handler, Consumer<Delivered> discard) implements Posting {

    @Override
    public void run() {
        handler.accept(request);
    }

    @Override
    public String body() {
        return Json.write(request);
    }

    @Override
    public Optional<Runnable> givenUp() {
        return Optional.of(() -> discard.accept(request));
    }
}
