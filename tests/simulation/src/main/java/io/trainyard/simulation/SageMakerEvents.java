package io.trainyard.simulation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.trainyard.events.ResourceName;
import io.trainyard.steps.domain.ResourceChange;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;

/** SageMaker's own events about the resources of one service: they get lost, come twice, or come too early. */
final class SageMakerEvents {

    /** Who hears them. */
    record Receiver(Inbox inbox, Consumer<ResourceChange> handler) {}

    private final Stage stage;
    private final boolean early;
    /** The resources of which an event went nowhere. */
    final Set<String> lost;

    private Receiver receiver;

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
        now.to(receiver);
        return now;
    }

    void say(String name, ObjectNode detail) {
        if (stage.chance().oneIn(stage.odds().loseSageMaker())) {
            stage.count(Fault.SAGEMAKER_EVENT_LOST);
            lost.add(name);
            return;
        }
        ResourceName resource = ResourceName.parse(name).orElseThrow();
        String what = "SageMaker: " + name + " " + detail;
        Runnable handler = () -> receiver.handler().accept(new ResourceChange(resource, "change", detail));
        if (early) {
            receiver.inbox().receiveNow(what, handler);
        } else {
            receiver.inbox().send(what, handler);
        }
    }
}
