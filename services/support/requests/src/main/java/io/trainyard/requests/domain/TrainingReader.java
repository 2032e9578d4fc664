package io.trainyard.requests.domain;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Reads a training step's spec: image, channels, hyperparameters, instances, times, metrics. */
final class TrainingReader {

    private static final Pattern CHANNEL = Pattern.compile("[A-Za-z0-9._-]{1,64}");
    private static final int MOST_CHANNELS = 20;
    private static final int MOST_METRICS = 40;
    private static final int LARGEST_VOLUME_GB = 16_384;
    private static final int LONGEST_RUN_SECONDS = 28 * 24 * 3600;

    private final Limits limits;

    TrainingReader(Limits limits) {
        this.limits = limits;
    }

    void read(Field training, Optional<String> jobImage) {
        if (!training.object(
                "image",
                "channels",
                "hyperparameters",
                "instanceTypes",
                "instanceCount",
                "volumeGb",
                "maxRuntimeSeconds",
                "spot",
                "maxWaitSeconds",
                "checkpointSeconds",
                "metrics")) {
            return;
        }
        ImageReader.read(training.at("image"), limits);
        Optional<ImageLimits> image = ImageReader.of(training, jobImage, limits);
        channels(training);
        HyperparameterReader.read(training.at("hyperparameters"), image);
        InstanceReader.types(training.at("instanceTypes"), limits.trainingInstanceTypes());
        instances(training.at("instanceCount"), image);
        training.at("volumeGb")
                .whole(1, LARGEST_VOLUME_GB, "for example " + limits.defaults().volumeGb());
        training.at("maxRuntimeSeconds")
                .whole(
                        1,
                        LONGEST_RUN_SECONDS,
                        "for example " + limits.defaults().maxRuntimeSeconds());
        spot(training);
        metrics(training.at("metrics"));
    }

    /** The metrics that the step's log will give; empty where that cannot be known. */
    Set<String> metrics(Field training, Optional<String> jobImage) {
        Map<String, Field> own = training.at("metrics").members();
        return own.isEmpty()
                ? ImageReader.of(training, jobImage, limits)
                        .map(image -> image.metrics().keySet())
                        .orElse(Set.of())
                : own.keySet();
    }

    /** As SageMaker demands of a spot job: it waits and runs together at least as long as it may run. */
    private void spot(Field training) {
        training.at("spot").truth();
        training.at("checkpointSeconds").whole(1, LONGEST_RUN_SECONDS, "for example 900");
        Field wait = training.at("maxWaitSeconds");
        int longest = training.at("maxRuntimeSeconds")
                .number()
                .map(Double::intValue)
                .orElse(limits.defaults().maxRuntimeSeconds());
        wait.whole(
                Math.clamp(longest, 1, LONGEST_RUN_SECONDS),
                LONGEST_RUN_SECONDS,
                "at least maxRuntimeSeconds, for example " + Math.min(2L * longest, LONGEST_RUN_SECONDS));
    }

    private void channels(Field training) {
        Field channels = training.required("channels", "{\"train\": \"s3://bucket/train/\"}");
        Map<String, Field> members = channels.members();
        if (!members.isEmpty() || channels.present()) {
            if (!members.containsKey("train")) {
                channels.at("train").refuse("is required", trainHint(members.keySet()));
            }
        }
        if (members.size() > MOST_CHANNELS) {
            channels.refuse("must have at most " + MOST_CHANNELS + " channels", "put more objects under one prefix");
        }
        members.forEach((name, location) -> {
            if (!CHANNEL.matcher(name).matches()) {
                location.refuse(
                        "a channel's name must have 1 to 64 letters, digits, dots, hyphens and underscores",
                        "rename it, for example to validation");
            }
            LocationReader.read(location, limits);
        });
    }

    private static String trainHint(Set<String> channels) {
        return channels.stream()
                .filter(name -> Spelling.close(name, "train"))
                .findFirst()
                .map(name -> "rename the channel " + name + " to train")
                .orElse("write \"train\": \"s3://bucket/train/\"");
    }

    private static void instances(Field count, Optional<ImageLimits> image) {
        count.whole(1, 100, "for example 1")
                .filter(instances -> instances > 1)
                .filter(instances -> image.isPresent() && !image.get().distributed())
                .ifPresent(instances -> count.refuse(
                        "must be 1: this image does not share its work between instances",
                        "write 1; more would each train the same model and cost as much again"));
    }

    private static void metrics(Field metrics) {
        Map<String, Field> members = metrics.members();
        if (members.size() > MOST_METRICS) {
            metrics.refuse("must have at most " + MOST_METRICS + " metrics", "keep those that matter");
        }
        members.forEach((name, regex) -> regex.text().ifPresent(text -> {
            if (name.length() > 255 || text.length() > 500) {
                regex.refuse("a metric's name has at most 255 characters, its pattern 500", "shorten it");
            } else if (groups(text) != 1) {
                regex.refuse(
                        "must be a regular expression with one group that catches the number",
                        "for example \"" + name + "=([-+0-9.eE]+)\"");
            }
        }));
    }

    private static int groups(String regex) {
        try {
            return Pattern.compile(regex).matcher("").groupCount();
        } catch (PatternSyntaxException e) {
            return -1;
        }
    }
}
