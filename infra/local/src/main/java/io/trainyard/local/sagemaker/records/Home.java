package io.trainyard.local.sagemaker.records;

import java.nio.file.Path;

/**
 * Where everything lies.
 *
 * @param root the account's home: records and working folders below {@code sagemaker}, logs below {@code logs/sagemaker}
 */
public record Home(Path root) {

    public Home {
        root = root.toAbsolutePath().normalize();
    }

    /** @param type {@code training-jobs}, {@code models}, ... */
    public Path records(String type) {
        return work().resolve(type);
    }

    public Path calls() {
        return work().resolve("calls.json");
    }

    /** What SageMaker saw, in order. */
    public Path ledger() {
        return work().resolve("ledger.jsonl");
    }

    /** Which container processes may run. */
    public Path containers() {
        return work().resolve("containers");
    }

    public Path trainingFolder(String job) {
        return work().resolve("training").resolve(job);
    }

    public Path servingFolder(String endpoint) {
        return work().resolve("serving").resolve(endpoint);
    }

    /** Every metric value of a training job, one JSON object per line. */
    public Path metrics(String job) {
        return work().resolve("metrics").resolve(job + ".jsonl");
    }

    /** A training job's output, as CloudWatch would keep it. */
    public Path trainingLog(String job) {
        return root.resolve("logs/sagemaker/TrainingJobs").resolve(job).resolve("algo-1.log");
    }

    /** The output of an endpoint's containers, as CloudWatch would keep it. */
    public Path endpointLog(String endpoint, String variant) {
        return root.resolve("logs/sagemaker/Endpoints").resolve(endpoint).resolve(variant + ".log");
    }

    private Path work() {
        return root.resolve("sagemaker");
    }
}
