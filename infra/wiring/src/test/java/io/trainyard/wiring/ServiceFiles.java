package io.trainyard.wiring;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes service folders for a test. */
record ServiceFiles(Path folder) {

    static final String TRAINING = """
            service: training
            hears:
              - detail: {route: {next: {kind: [training]}}}
              - detail-type: [job-cancel-requested]
              - bus: default
                source: [aws.sagemaker]
                detail-type: [SageMaker Training Job State Change]
                detail: {TrainingJobName: [{prefix: "${prefix}-"}], TrainingJobStatus: [Completed, Failed]}
            says: [training-started, training-completed]
            state: [claims, {name: listing, indexes: [{name: byTime, partition: day, sort: createdAt, holds: [name]}]}]
            timers: true
            may: [sagemaker:CreateTrainingJob, iam:PassRole]
            queue: {visibility: 180, max-receives: 5, batch: 2}
            function: {memory: 256, timeout: 30}
            """;

    static final String INTAKE = """
            service: intake
            hears:
              - detail-type: [job-requested]
            says: [job-accepted, job-rejected]
            queue: {visibility: 60, max-receives: 5, batch: 1}
            function: {memory: 256, timeout: 30}
            """;

    static final String JOBS = """
            service: jobs
            reads: [training.claims]
            says: [job-requested]
            routes: ["POST /jobs for submit", "GET /jobs/{id} for submit, operate"]
            function: {memory: 256, timeout: 30}
            """;

    ServiceFiles with(String service, String yaml) {
        try {
            Files.createDirectories(folder.resolve(service));
            Files.writeString(folder.resolve(service).resolve("service.yaml"), yaml);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Wiring load() {
        return Wiring.load(folder);
    }
}
