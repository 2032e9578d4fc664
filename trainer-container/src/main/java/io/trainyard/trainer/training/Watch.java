package io.trainyard.trainer.training;

import io.trainyard.trainer.parameters.TrainingParameters.Patience;

/**
 * What early stopping remembers after an epoch.
 *
 * @param bestEpoch the epoch with the best value, 0 before the first
 * @param best that value
 * @param sinceBest epochs since then
 * @param sinceSlower epochs since then or since the learning rate was halved
 * @param learningRate of the next epoch
 */
record Watch(int bestEpoch, double best, int sinceBest, int sinceSlower, double learningRate) {

    /** Halving further than this below the start changes nothing any more. */
    private static final double SLOWEST = 1e-6;

    static Watch start(double learningRate) {
        return new Watch(0, Double.NaN, 0, 0, learningRate);
    }

    /** What is remembered after one more epoch with this value of the watched metric. */
    Watch after(int epoch, double value, Patience patience) {
        boolean higherIsBetter = patience.monitor().endsWith(":accuracy");
        if (bestEpoch == 0 || (higherIsBetter ? value > best : value < best)) {
            return new Watch(epoch, value, 0, 0, learningRate);
        }
        if (sinceSlower + 1 >= patience.slowAfter()) {
            return new Watch(bestEpoch, best, sinceBest + 1, 0, Math.max(SLOWEST, learningRate / 2));
        }
        return new Watch(bestEpoch, best, sinceBest + 1, sinceSlower + 1, learningRate);
    }

    /** Whether nothing better is to be expected. */
    boolean isOver(Patience patience) {
        return sinceBest >= patience.stopAfter();
    }

    /** Whether this epoch is the best so far. */
    boolean isBestAt(int epoch) {
        return bestEpoch == epoch;
    }
}
