package io.trainyard.simulation;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.trainyard.events.Event;
import io.trainyard.events.json.Delivered;
import io.trainyard.events.json.EventCodec;
import io.trainyard.events.json.Json;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A message with its handler, as far as the dead-letter desk has to read it: what it says, and what giving it up would do. */
interface Posting extends Runnable {

    /** The message's body, as it lies in a queue. */
    String body();

    /** What the service does when a person gives the message up; empty where it cannot be given up. */
    Optional<Runnable> givenUp();

    /** An event of ours on its way to one service. */
    record Heard(
            Event event, Consumer<Event> handler, @Nullable Consumer<Event> discard) implements Posting {

        @Override
        public void run() {
            handler.accept(event);
        }

        @Override
        public String body() {
            ObjectNode body = JsonNodeFactory.instance.objectNode();
            body.put("detail-type", event.name()).put("source", "trainyard.simulation");
            body.set("detail", Json.tree(EventCodec.detail(event)));
            return body.toString();
        }

        @Override
        public Optional<Runnable> givenUp() {
            return Optional.ofNullable(discard).map(how -> () -> how.accept(event));
        }
    }

    /** A request on its way to intake. */
    record Asked(Delivered request, Consumer<Delivered> handler, Consumer<Delivered> discard) implements Posting {

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
}
