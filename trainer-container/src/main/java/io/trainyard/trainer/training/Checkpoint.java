package io.trainyard.trainer.training;

import java.util.Map;

/**
 * All that a run needs to go on as if it had never ended.
 *
 * @param progress where it stands
 * @param weights of the network after that epoch
 * @param memory of the optimizer
 * @param bestWeights of the best epoch
 */
record Checkpoint(Progress progress, byte[] weights, byte[] memory, byte[] bestWeights) {

    /**
     * Where a run stands.
     *
     * @param epoch the last one that is complete
     * @param watch what early stopping remembers
     * @param bestMetrics the figures of the best epoch
     * @param fingerprint the hyperparameters that must be the same to go on
     * @param dataDigest the data that must be the same to go on
     */
    record Progress(
            int epoch,
            Watch watch,
            Map<String, Double> bestMetrics,
            Map<String, String> fingerprint,
            String dataDigest) {}
}
