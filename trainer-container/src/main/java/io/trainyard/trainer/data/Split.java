package io.trainyard.trainer.data;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * Which rows are learned from and which decide when to stop.
 *
 * @param training row indexes in their order
 * @param validation row indexes in their order
 */
public record Split(List<Integer> training, List<Integer> validation) {

    /**
     * Splits by seed, each group by itself, so that every class with two rows or more is on both sides.
     *
     * @param groups the group of each row; one for all where rows do not belong to classes
     * @param fraction the part of each group that becomes validation, at least one row where the group has two
     */
    public static Split of(List<String> groups, double fraction, long seed) {
        Map<String, List<Integer>> rows = new TreeMap<>();
        for (int i = 0; i < groups.size(); i++) {
            rows.computeIfAbsent(groups.get(i), group -> new ArrayList<>()).add(i);
        }
        List<Integer> training = new ArrayList<>();
        List<Integer> validation = new ArrayList<>();
        Random random = new Random(seed);
        for (List<Integer> group : rows.values()) {
            Collections.shuffle(group, random);
            int kept = group.size() < 2 ? 0 : Math.max(1, (int) Math.round(group.size() * fraction));
            validation.addAll(group.subList(0, kept));
            training.addAll(group.subList(kept, group.size()));
        }
        Collections.sort(training);
        Collections.sort(validation);
        return new Split(training, validation);
    }

    /** The elements at some of a list's indexes. */
    static <T> List<T> pick(List<T> all, Collection<Integer> indexes) {
        return indexes.stream().map(all::get).toList();
    }
}
