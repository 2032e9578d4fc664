package io.trainyard.cli.api;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** The events of a job as a tree: each below the one that caused it. */
public final class EventTree {

    private final List<EventView> events;

    /** @param events in the order in which they came */
    public EventTree(List<EventView> events) {
        this.events = List.copyOf(events);
    }

    /**
     * One event in its place.
     *
     * @param branch what is drawn before it
     */
    public record Row(String branch, EventView event) {}

    /** The tree as lines; events whose cause is not among them stand at its roots. */
    public List<String> lines(Function<EventView, String> text) {
        return rows().stream()
                .map(row -> row.branch() + text.apply(row.event()))
                .toList();
    }

    /** The tree from top to bottom. */
    public List<Row> rows() {
        Set<String> known = new HashSet<>();
        events.forEach(event -> known.add(event.id()));
        List<EventView> roots = events.stream()
                .filter(event -> event.causationId()
                        .filter(cause -> known.contains(cause) && !cause.equals(event.id()))
                        .isEmpty())
                .toList();
        List<Row> rows = new ArrayList<>();
        Set<String> shown = new HashSet<>();
        for (EventView root : roots) {
            rows.add(new Row("", root));
            shown.add(root.id());
            below(root, "", shown, rows);
        }
        return List.copyOf(rows);
    }

    private void below(EventView cause, String indent, Set<String> shown, List<Row> rows) {
        List<EventView> effects = events.stream()
                .filter(event ->
                        event.causationId().filter(cause.id()::equals).isPresent() && !shown.contains(event.id()))
                .toList();
        effects.forEach(effect -> shown.add(effect.id()));
        for (int i = 0; i < effects.size(); i++) {
            boolean last = i == effects.size() - 1;
            rows.add(new Row(indent + (last ? "└─ " : "├─ "), effects.get(i)));
            below(effects.get(i), indent + (last ? "   " : "│  "), shown, rows);
        }
    }
}
