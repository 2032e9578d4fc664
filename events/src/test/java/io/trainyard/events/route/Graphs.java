package io.trainyard.events.route;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Random graphs of steps, and what is true of any graph. */
final class Graphs {

    private Graphs() {}

    /** Up to {@code most} steps with up to {@code most} times three edges, listed in any order. */
    static Arbitrary<List<PlannedStep>> upTo(int most) {
        return Arbitraries.integers().between(1, most).flatMap(size -> {
            var edge = Combinators.combine(
                            Arbitraries.integers().between(0, size - 1),
                            Arbitraries.integers().between(0, size - 1))
                    .as((from, to) -> new int[] {from, to});
            return Combinators.combine(edge.list().ofMaxSize(size * 3), Arbitraries.randomValue(Random::nextLong))
                    .as((edges, seed) -> graph(size, edges, seed));
        });
    }

    /** Edges lead from the smaller to the larger number, so there is no cycle. */
    private static List<PlannedStep> graph(int size, List<int[]> edges, long seed) {
        Map<Integer, Set<String>> after = new HashMap<>();
        for (int[] edge : edges) {
            int from = Math.min(edge[0], edge[1]);
            int to = Math.max(edge[0], edge[1]);
            if (from != to) {
                after.computeIfAbsent(to, step -> new TreeSet<>()).add("s" + from);
            }
        }
        var steps = new ArrayList<PlannedStep>();
        for (int i = 0; i < size; i++) {
            steps.add(step("s" + i, after.getOrDefault(i, Set.of()).toArray(String[]::new)));
        }
        Collections.shuffle(steps, new Random(seed));
        return steps;
    }

    static PlannedStep step(String name, String... after) {
        return new PlannedStep(name, "probe", List.of(after), JsonNodeFactory.instance.objectNode());
    }

    /** Everything that a step waits for, at once or by others, found without the code under test. */
    static Map<String, Set<String>> ancestors(List<PlannedStep> steps) {
        Map<String, Set<String>> known = new HashMap<>();
        steps.forEach(step -> known.put(step.step(), new TreeSet<>(step.after())));
        boolean grows = true;
        while (grows) {
            grows = false;
            for (Set<String> of : known.values()) {
                for (String one : List.copyOf(of)) {
                    grows |= of.addAll(known.get(one));
                }
            }
        }
        return known;
    }
}
