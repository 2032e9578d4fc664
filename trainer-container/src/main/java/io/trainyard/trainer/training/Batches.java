package io.trainyard.trainer.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Cuts rows into batches. */
final class Batches {

    private Batches() {}

    /** Every row once, in a random order that the seed decides. A last batch of one row joins the one before it. */
    static List<int[]> shuffled(int rows, int size, long seed) {
        List<Integer> order = new ArrayList<>(IntStream.range(0, rows).boxed().toList());
        Collections.shuffle(order, new Random(seed));
        int[] all = order.stream().mapToInt(Integer::intValue).toArray();
        List<int[]> batches = new ArrayList<>();
        for (int from = 0; from < rows; ) {
            int left = rows - from;
            // The deviation of a single row is none: batch normalisation cannot work with it.
            int take = left == size + 1 && size > 1 ? left : Math.min(size, left);
            batches.add(Arrays.copyOfRange(all, from, from + take));
            from += take;
        }
        return batches;
    }

    static int[] inOrder(int rows) {
        return IntStream.range(0, rows).toArray();
    }
}
