package io.trainyard.simulation;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.trainyard.events.Event;
import io.trainyard.events.json.EventCodec;
import io.trainyard.events.json.Json;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** An event of ours on its way to one service. */
record EventPosting(
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
