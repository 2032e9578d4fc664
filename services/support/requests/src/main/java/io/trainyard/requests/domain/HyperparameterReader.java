package io.trainyard.requests.domain;

import java.util.Map;
import java.util.Optional;

/** Reads hyperparameters: SageMaker's sizes for all, and the image's own rules where it is known. */
final class HyperparameterReader {

    private static final int MOST = 100;
    private static final int LONGEST_NAME = 256;
    private static final int LONGEST_VALUE = 2500;

    private HyperparameterReader() {}

    static void read(Field hyperparameters, Optional<ImageLimits> image) {
        Map<String, Field> members = hyperparameters.members();
        if (members.size() > MOST) {
            hyperparameters.refuse("must be at most " + MOST + ", as SageMaker takes", "remove some");
        }
        members.forEach((name, value) -> {
            if (name.isEmpty() || name.length() > LONGEST_NAME) {
                value.refuse("a hyperparameter's name has 1 to " + LONGEST_NAME + " characters", "shorten it");
            }
            value.text()
                    .filter(text -> text.length() > LONGEST_VALUE)
                    .ifPresent(text -> value.refuse(
                            "must have at most " + LONGEST_VALUE + " characters", "put it into a channel's file"));
        });
        image.ifPresent(known -> rules(hyperparameters, members, known));
    }

    private static void rules(Field hyperparameters, Map<String, Field> members, ImageLimits image) {
        members.forEach((name, value) -> {
            HyperparameterRule rule = image.hyperparameters().get(name);
            if (rule != null) {
                value.text()
                        .filter(text -> text.length() <= LONGEST_VALUE)
                        .flatMap(rule::breach)
                        .ifPresent(breach -> value.refuse(breach, "for example \"" + rule.example() + "\""));
            } else if (!image.open()) {
                value.refuse(
                        "this image has no such hyperparameter",
                        Spelling.hint(name, image.hyperparameters().keySet()));
            }
        });
        image.hyperparameters().entrySet().stream()
                .filter(rule -> rule.getValue().required() && !members.containsKey(rule.getKey()))
                .sorted(Map.Entry.comparingByKey())
                .forEach(rule -> hyperparameters
                        .at(rule.getKey())
                        .refuse(
                                "is required by this image",
                                "write \"" + rule.getKey() + "\": \""
                                        + rule.getValue().example() + "\""));
    }
}
