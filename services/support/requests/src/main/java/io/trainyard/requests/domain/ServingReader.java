package io.trainyard.requests.domain;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads the specs of model and endpoint steps. */
final class ServingReader {

    private static final int LARGEST_GOLDEN = 4096;

    /** It travels as a header, and SageMaker's own rule is ASCII of this length. */
    private static final Pattern CONTENT_TYPE = Pattern.compile("[ -~]{1,1024}");

    private final Limits limits;

    ServingReader(Limits limits) {
        this.limits = limits;
    }

    /** @param metrics what training will measure; empty where that is not known */
    void model(Field model, Set<String> metrics) {
        if (!model.present() || !model.object("image", "artifact", "gate")) {
            return;
        }
        ImageReader.read(model.at("image"), limits);
        LocationReader.read(model.at("artifact"), limits);
        Field gate = model.at("gate");
        if (gate.present() && gate.object("metric", "atLeast", "atMost")) {
            gate(gate, metrics);
        }
    }

    void endpoint(Field endpoint) {
        if (!endpoint.present() || !endpoint.object("instanceTypes", "instanceCount", "golden")) {
            return;
        }
        InstanceReader.types(endpoint.at("instanceTypes"), limits.hostingInstanceTypes());
        endpoint.at("instanceCount").whole(1, 100, "for example 1");
        Field golden = endpoint.at("golden");
        if (golden.present() && golden.object("contentType", "body", "expected")) {
            Field contentType = golden.required("contentType", "\"text/csv\"");
            contentType
                    .text()
                    .filter(text -> !CONTENT_TYPE.matcher(text).matches())
                    .ifPresent(text -> contentType.refuse(
                            "must be at most 1024 printable ASCII characters, as SageMaker takes",
                            "for example \"text/csv\""));
            Field body = golden.required("body", "\"5.1,3.5,1.4,0.2\"");
            body.text()
                    .filter(text -> text.length() > LARGEST_GOLDEN)
                    .ifPresent(text -> body.refuse(
                            "must have at most " + LARGEST_GOLDEN + " characters", "a row or two prove enough"));
        }
    }

    private static void gate(Field gate, Set<String> metrics) {
        Field metric = gate.required("metric", "\"validation:accuracy\"");
        metric.text()
                .filter(name -> !metrics.isEmpty() && !metrics.contains(name))
                .ifPresent(name -> metric.refuse(
                        "must be a metric of the training step, not " + Spelling.shown(name),
                        Spelling.hint(name, List.copyOf(metrics))));
        Optional<Double> least = gate.at("atLeast").number();
        Optional<Double> most = gate.at("atMost").number();
        if (!gate.at("atLeast").present() && !gate.at("atMost").present()) {
            gate.refuse("needs atLeast or atMost", "for example \"atLeast\": 0.9");
        }
        if (least.isPresent() && most.isPresent() && least.get() > most.get()) {
            gate.refuse("atLeast must not exceed atMost: nothing would pass", "exchange them");
        }
    }
}
