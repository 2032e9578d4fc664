package io.trainyard.measures;

import io.trainyard.events.json.Json;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Measures as lines of a function's log in CloudWatch's embedded metric format: CloudWatch takes the values out of them by itself, so
 * that measuring is no call, needs no permission and costs a function nothing but a line.
 *
 * <p>The format: "Specification: Embedded metric format" in the CloudWatch user guide. The dimensions are deployment and service alone,
 * because every combination of their values is a metric that is paid for; all else is a property, which Logs Insights finds.
 */
public final class EmbeddedMetrics implements Measures {

    /** Under which CloudWatch keeps them. */
    static final String NAMESPACE = "Trainyard";

    private static final String DEPLOYMENT = "Deployment";
    private static final String SERVICE = "Service";

    private final String deployment;
    private final String service;
    private final Clock clock;
    private final Consumer<String> lines;

    /**
     * Of one service.
     *
     * @param deployment what its resources' names begin with
     * @param lines takes each line, without its end: on Lambda, standard output
     */
    public EmbeddedMetrics(String deployment, String service, Clock clock, Consumer<String> lines) {
        this.deployment = deployment;
        this.service = service;
        this.clock = clock;
        this.lines = lines;
    }

    @Override
    public void record(Measure measure, double value, Map<String, String> about) {
        if (!Double.isFinite(value)) {
            return;
        }
        Map<String, Object> line = new LinkedHashMap<>(about);
        line.put(DEPLOYMENT, deployment);
        line.put(SERVICE, service);
        line.put(measure.metric(), value);
        line.put("_aws", Map.of("Timestamp", clock.millis(), "CloudWatchMetrics", List.of(directive(measure))));
        lines.accept(Json.write(line));
    }

    private static Map<String, Object> directive(Measure measure) {
        return Map.of(
                "Namespace",
                NAMESPACE,
                "Dimensions",
                List.of(List.of(DEPLOYMENT, SERVICE)),
                "Metrics",
                List.of(Map.of("Name", measure.metric(), "Unit", measure.unit().word())));
    }
}
