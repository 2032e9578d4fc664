package io.trainyard.jobs.app;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Reads documents by their jobs' ids, many with one request, until there are enough of those that are wanted. */
public final class BatchedReads {

    /** What DynamoDB reads with one BatchGetItem at most. */
    private static final int MOST = 100;

    private BatchedReads() {}

    /**
     * The first so many wanted documents, in the ids' order.
     *
     * @param ids taken only as far as they are needed
     * @param read the documents of these ids, in their order; fewer where some have none
     */
    public static List<JsonNode> first(
            int limit,
            Iterator<String> ids,
            Function<List<String>, Stream<JsonNode>> read,
            Predicate<JsonNode> wanted) {
        List<JsonNode> found = new ArrayList<>();
        int asked = 0;
        while (found.size() < limit && ids.hasNext()) {
            // DynamoDB bills by what is read: no more than is needed, as long as all of it is wanted.
            int size = asked == found.size() ? Math.min(MOST, limit - asked) : MOST;
            List<String> batch = next(size, ids);
            asked += batch.size();
            read.apply(batch).filter(wanted).forEach(found::add);
        }
        return found.size() > limit ? found.subList(0, limit) : found;
    }

    private static List<String> next(int size, Iterator<String> ids) {
        List<String> batch = new ArrayList<>();
        while (batch.size() < size && ids.hasNext()) {
            batch.add(ids.next());
        }
        return batch;
    }
}
