package io.trainyard.tests.wiring;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.trainyard.events.EventType;
import io.trainyard.events.ReleasingFact;
import io.trainyard.events.StandingFact;
import io.trainyard.wiring.ServiceDescription;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Writes the catalogue of events: what each means, who says it, who hears it, what it looks like. */
final class Catalogue {

    private static final JsonMapper PRETTY = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .defaultPrettyPrinter(new DefaultPrettyPrinter(Separators.createDefaultInstance()
                            .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
                            .withArrayEmptySeparator(""))
                    .withObjectIndenter(new DefaultIndenter("  ", "\n")))
            .build();
    private static final String NOBODY = "nobody yet";
    private static final Ears EARS = new Ears();

    private Catalogue() {}

    static String markdown() {
        return """
                # Events

                Generated from the types in `events/`, the golden files and the `service.yaml` files; do not edit. After a change run
                `%s`.

                Every event travels as `detail` = `{metadata, route, data}` in EventBridge's envelope, with `source` = `trainyard.<service>`. A
                *releasing* event may carry `route.next`; a *standing* one carries the route and releases nothing; an *unrouted* one has
                no route. A service that takes a step kind hears whatever releases a step of that kind, whoever says it. The samples show every
                field, not a request that runs: images, locations and hyperparameters are examples. The
                [README](../../README.md#an-upstream-system-emits-a-job) has one that runs.

                | event | means | said by | heard by |
                |---|---|---|---|
                """.formatted(Checkout.COMMAND)
                + rows()
                + Arrays.stream(EventType.values()).map(Catalogue::section).collect(Collectors.joining());
    }

    private static String rows() {
        return Arrays.stream(EventType.values())
                .map(type -> "| [`%s`](#%s) | %s | %s | %s |\n"
                        .formatted(
                                type.eventName(),
                                type.eventName(),
                                type.meaning(),
                                saidBy(type),
                                heardBy(type).isEmpty()
                                        ? NOBODY
                                        : String.join(", ", heardBy(type).keySet())))
                .collect(Collectors.joining());
    }

    private static String section(EventType type) {
        return """

                ## %s

                %s %s.

                - **Said by** %s.
                - **Heard by** %s.
                - **Shape** version %d: [schema](../../events/src/main/resources/schemas/%s.schema.json), \
                [complete sample](../../events/src/test/resources/golden/%s).

                ```json
                %s
                ```
                """.formatted(
                        type.eventName(),
                        type.meaning(),
                        shape(type),
                        saidBy(type),
                        heardWhen(type),
                        type.version(),
                        type.eventName(),
                        Checkout.goldenFile(type).getFileName(),
                        pretty(Checkout.golden(type).get("data")));
    }

    private static String shape(EventType type) {
        if (ReleasingFact.class.isAssignableFrom(type.fact())) {
            return "Releasing";
        }
        return StandingFact.class.isAssignableFrom(type.fact()) ? "Standing" : "Unrouted";
    }

    private static String saidBy(EventType type) {
        List<String> sayers = new ArrayList<>();
        if (type == EventType.JOB_REQUESTED) {
            sayers.add("upstream systems");
        }
        Checkout.wiring().services().stream()
                .filter(service -> service.says().contains(type.eventName()))
                .map(ServiceDescription::name)
                .forEach(sayers::add);
        return sayers.isEmpty() ? NOBODY : String.join(", ", sayers);
    }

    private static String heardWhen(EventType type) {
        Map<String, List<String>> heard = heardBy(type);
        int samples = SampleEvents.real(type).size();
        return heard.isEmpty()
                ? NOBODY
                : heard.entrySet().stream()
                        .map(entry -> entry.getKey() + when(entry.getValue(), samples))
                        .collect(Collectors.joining(", "));
    }

    /** On which of the event's variants a service hears it; nothing where it hears them all. */
    private static String when(List<String> variants, int samples) {
        if (variants.size() == samples) {
            return "";
        }
        List<String> reasons = new ArrayList<>();
        variants.stream()
                .filter(variant -> variant.matches("next \\S+"))
                .forEach(variant -> reasons.add("releases `" + variant.substring(5) + "`"));
        if (variants.contains("over")) {
            reasons.add("is `over`");
        }
        if (variants.contains("end")) {
            reasons.add("is the `end`");
        }
        if (variants.contains("awaited")) {
            reasons.add("has steps `awaited`");
        }
        return " (where it " + String.join(" or ", reasons) + ")";
    }

    /** The services that hear it, each with the variants on which it does. */
    private static Map<String, List<String>> heardBy(EventType type) {
        Map<String, List<String>> heard = new TreeMap<>();
        for (Envelope event : SampleEvents.real(type)) {
            String variant = event.label().substring(type.eventName().length()).strip();
            EARS.hearing(event)
                    .forEach(service -> heard.computeIfAbsent(service, name -> new ArrayList<>())
                            .add(variant));
        }
        return heard;
    }

    private static String pretty(JsonNode data) {
        try {
            return PRETTY.writeValueAsString(data);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
