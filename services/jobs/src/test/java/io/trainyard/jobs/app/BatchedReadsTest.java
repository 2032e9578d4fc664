package io.trainyard.jobs.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BatchedReadsTest {

    private final List<Integer> batches = new ArrayList<>();

    @Test
    void readsWhatIsAskedForAtOnce() {
        assertThat(BatchedReads.first(20, numbers(500), this::read, number -> true))
                .hasSize(20)
                .startsWith(IntNode.valueOf(0), IntNode.valueOf(1));
        assertThat(batches).containsExactly(20);
    }

    @Test
    void readsNoMoreAtOnceThanDynamoDbDoes() {
        assertThat(BatchedReads.first(250, numbers(500), this::read, number -> true))
                .hasSize(250);
        assertThat(batches).containsExactly(100, 100, 50);
    }

    @Test
    void readsOnWhereSomeAreNotWanted() {
        assertThat(BatchedReads.first(10, numbers(500), this::read, number -> number.asInt() % 2 == 1))
                .extracting(JsonNode::asInt)
                .containsExactly(1, 3, 5, 7, 9, 11, 13, 15, 17, 19);
    }

    @Test
    void readsByTheHundredOnceSomeAreNotWanted() {
        assertThat(BatchedReads.first(
                        10, numbers(600), this::read, number -> number.asInt() < 9 || number.asInt() == 509))
                .hasSize(10);
        assertThat(batches).containsExactly(10, 100, 100, 100, 100, 100);
    }

    @Test
    void givesNoMoreThanAreAskedForThoughMoreAreRead() {
        assertThat(BatchedReads.first(1, numbers(500), this::read, number -> number.asInt() > 0))
                .containsExactly(IntNode.valueOf(1));
        assertThat(batches).containsExactly(1, 100);
    }

    @Test
    void endsWhereThereAreNoMore() {
        assertThat(BatchedReads.first(10, numbers(3), this::read, number -> number.asInt() > 0))
                .hasSize(2);
        assertThat(BatchedReads.first(10, numbers(0), this::read, number -> true))
                .isEmpty();
        assertThat(batches).containsExactly(3);
    }

    private Stream<JsonNode> read(List<String> ids) {
        batches.add(ids.size());
        return ids.stream().map(id -> IntNode.valueOf(Integer.parseInt(id)));
    }

    private static Iterator<String> numbers(int end) {
        return IntStream.range(0, end).mapToObj(Integer::toString).iterator();
    }
}
