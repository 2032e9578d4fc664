package io.trainyard.training.domain;

import io.trainyard.events.request.TrainingSpec;
import java.util.List;
import java.util.Map;

/** A training as intake has planned it. */
public final class SampleTraining {

    /** On demand, on one instance of one type. */
    public static final TrainingSpec SPEC = new TrainingSpec(
            "trainer",
            Map.of("train", "s3://b/t"),
            Map.of(),
            List.of("ml.m5.large"),
            1,
            30,
            3600,
            null,
            null,
            null,
            Map.of());

    private SampleTraining() {}
}
