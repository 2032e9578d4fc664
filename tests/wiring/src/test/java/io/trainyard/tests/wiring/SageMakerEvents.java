package io.trainyard.tests.wiring;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.trainyard.events.ResourceName;
import java.util.ArrayList;
import java.util.List;

/** What SageMaker says on the default bus, of resources of ours, of another deployment's, and of strangers'. */
final class SageMakerEvents {

    /** One kind of resource: its detail-type, the field that names it, and the statuses that it goes through. */
    private record Kind(String detailType, String name, String status, List<String> statuses) {}

    private static final List<Kind> KINDS = List.of(
            new Kind(
                    "SageMaker Training Job State Change",
                    "TrainingJobName",
                    "TrainingJobStatus",
                    List.of("InProgress", "Stopping", "Completed", "Failed", "Stopped")),
            new Kind(
                    "SageMaker Endpoint State Change",
                    "EndpointName",
                    "EndpointStatus",
                    List.of(
                            "CREATING",
                            "IN_SERVICE",
                            "UPDATING",
                            "SYSTEM_UPDATING",
                            "ROLLING_BACK",
                            "OUT_OF_SERVICE",
                            "DELETING",
                            "FAILED")),
            new Kind(
                    "SageMaker Processing Job State Change",
                    "ProcessingJobName",
                    "ProcessingJobStatus",
                    List.of("Completed", "Failed")),
            new Kind("SageMaker Model State Change", "ModelName", "ModelStatus", List.of("Created")));

    /** Names that begin like ours and are not. */
    private static final List<String> FOREIGN = List.of(
            "ty-locale-7zk3m9-train-1-1", "ty-prod-7zk3m9-train-1-1", "churn-2026", "xty-local-7zk3m9-train-1-1");

    private SageMakerEvents() {}

    static List<Envelope> ours() {
        return named(List.of(new ResourceName(Checkout.HERE.prefix(), "7zk3m9q2x4", "train", 1, 1).toString()));
    }

    static List<Envelope> foreign() {
        return named(FOREIGN);
    }

    private static List<Envelope> named(List<String> names) {
        var events = new ArrayList<Envelope>();
        for (Kind kind : KINDS) {
            for (String status : kind.statuses()) {
                for (String name : names) {
                    var detail = JsonNodeFactory.instance
                            .objectNode()
                            .put(kind.name(), name)
                            .put(kind.status(), status);
                    events.add(Envelope.sageMaker(kind.detailType() + " " + status, kind.detailType(), detail));
                }
            }
        }
        return events;
    }
}
