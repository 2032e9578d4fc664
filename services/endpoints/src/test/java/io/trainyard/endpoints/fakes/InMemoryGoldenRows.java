package io.trainyard.endpoints.fakes;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.trainyard.endpoints.app.GoldenRows;
import io.trainyard.events.request.Golden;
import java.util.HashSet;
import java.util.Set;

/** Every artifact has a golden row, but for those that a test empties. */
public final class InMemoryGoldenRows implements GoldenRows {

    private final Set<String> empty = new HashSet<>();

    @Override
    public Kept in(String artifact) {
        return empty.contains(artifact)
                ? new Kept.Missing(artifact + " has no golden.json")
                : new Kept.Found(new Golden("text/csv", "1,2,3", JsonNodeFactory.instance.numberNode(4.2)));
    }

    public void lose(String artifact) {
        empty.add(artifact);
    }
}
