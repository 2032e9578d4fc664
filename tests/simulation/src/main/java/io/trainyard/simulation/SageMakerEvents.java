package io.trainyard.simulation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.trainyard.events.ResourceName;
import io.trainyard.steps.domain.ResourceChange;
import java.time.Duration;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** SageMaker's own events about the resources of one service: they get lost, come twice, hours late, after later ones, or too early. */
final class SageMakerEvents {

    private static final Duration LONG = Duration.ofHours(9);
    private static final Duration LONGEST_HELD = Duration.ofMinutes(30);

    /** Who hears them. */
    record Receiver(Inbox inbox, Consumer<ResourceChange> handler) {}

    private final Stage stage;
    private final boolean early;
    /** The resources of which an event went nowhere. */
    final Set<String> lost;

    private @Nullable Receiver receiver;
    private @Nullable Runnable held;

    SageMakerEvents(Stage stage) {
        this(stage, false, new HashSet<>());
    }

    private SageMakerEvents(Stage stage, boolean early, Set<String> lost) {
        this.stage = stage;
        this.early = early;
        this.lost = lost;
    }

    void to(Receiver hears) {
        this.receiver = hears;
    }

    /** The same events, delivered before the call that brought them about has returned. */
    SageMakerEvents early() {
        var now = new SageMakerEvents(stage, true, lost);
        now.receiver = receiver;
        return now;
    }

    void say(String name, ObjectNode detail) {
        if (stage.strikes(Fault.SAGEMAKER_EVENT_LOST)) {
            lost.add(name);
            return;
        }
        int copies = stage.strikes(Fault.SAGEMAKER_EVENT_DUPLICATED) ? 2 : 1;
        for (int i = 0; i < copies; i++) {
            deliver(name, detail);
        }
    }

    private void deliver(String name, ObjectNode detail) {
        Receiver to = Objects.requireNonNull(receiver);
        ResourceName resource = ResourceName.parse(name).orElseThrow();
        Supplier<String> what = () -> "SageMaker: " + name + " " + detail;
        Runnable handler = () -> to.handler().accept(new ResourceChange(resource, "change", detail));
        if (early) {
            to.inbox().receiveNow(what, handler);
        } else if (held == null && stage.strikes(Fault.SAGEMAKER_EVENT_REORDERED)) {
            hold(() -> to.inbox().send(what, handler));
        } else {
            boolean late = stage.strikes(Fault.SAGEMAKER_EVENT_DELAYED);
            to.inbox().send(what, handler, late ? stage.chance().upTo(LONG) : Duration.ZERO);
            letGo();
        }
    }

    /** Keeps an event back until the next one has gone out, or for a while. */
    private void hold(Runnable event) {
        held = event;
        stage.in(LONGEST_HELD, () -> "an event that was kept back goes out", () -> {
            if (held == event) {
                letGo();
            }
        });
    }

    private void letGo() {
        Runnable event = held;
        held = null;
        if (event != null) {
            event.run();
        }
    }
}
