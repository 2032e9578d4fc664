package io.trainyard.local.events;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.trainyard.local.faults.Fault;
import io.trainyard.local.faults.FaultKind;
import io.trainyard.local.faults.Faults;
import io.trainyard.local.faults.Occasion;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The default bus with events lost, doubled, late and overtaken, as the plan says. */
final class FaultyBus implements DefaultBus {

    private static final Duration LATE = Duration.ofSeconds(5);

    private final DefaultBus inner;
    private final Faults faults;
    private final List<Runnable> overtaken = new ArrayList<>();

    FaultyBus(DefaultBus inner, Faults faults) {
        this.inner = inner;
        this.faults = faults;
    }

    @Override
    public void put(String source, String detailType, ObjectNode detail, List<String> resources) {
        var occasion = Occasion.of(status(detail), name(resources));
        if (faults.on(FaultKind.EVENT_LOST, occasion).isPresent()) {
            return;
        }
        Runnable delivery = () -> inner.put(source, detailType, detail, resources);
        var delayed = faults.on(FaultKind.EVENT_DELAYED, occasion);
        if (delayed.isPresent()) {
            later(delayed.get(), delivery);
            return;
        }
        var reordered = faults.on(FaultKind.EVENT_REORDERED, occasion);
        if (reordered.isPresent()) {
            holdBack(reordered.get(), delivery);
            return;
        }
        delivery.run();
        if (faults.on(FaultKind.EVENT_DUPLICATED, occasion).isPresent()) {
            delivery.run();
        }
        takeOvertaken().forEach(Runnable::run);
    }

    private void later(Fault fault, Runnable delivery) {
        Thread.ofVirtual().name("late event").start(() -> {
            faults.hold(fault, LATE);
            delivery.run();
        });
    }

    private void holdBack(Fault fault, Runnable delivery) {
        synchronized (overtaken) {
            overtaken.add(delivery);
        }
        later(fault, () -> {
            if (isStillHeld(delivery)) {
                delivery.run();
            }
        });
    }

    private boolean isStillHeld(Runnable delivery) {
        synchronized (overtaken) {
            return overtaken.remove(delivery);
        }
    }

    private List<Runnable> takeOvertaken() {
        synchronized (overtaken) {
            var all = List.copyOf(overtaken);
            overtaken.clear();
            return all;
        }
    }

    private static String status(ObjectNode detail) {
        return detail.path("TrainingJobStatus")
                .asText(detail.path("EndpointStatus").asText());
    }

    private static String name(List<String> resources) {
        return resources.isEmpty()
                ? ""
                : resources.getFirst().substring(resources.getFirst().indexOf('/') + 1);
    }
}
