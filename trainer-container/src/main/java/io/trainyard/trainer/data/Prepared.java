package io.trainyard.trainer.data;

import java.util.List;

/**
 * All that a training needs from its channels.
 *
 * @param schema fitted on the training rows only
 * @param target fitted on the training rows only (the list of classes on the whole train channel)
 * @param training rows to learn from
 * @param validation rows that decide when to stop
 * @param sample the feature texts of one validation row, for the golden request
 * @param digest SHA-256 over all cells, so that a checkpoint is not resumed on other data
 */
public record Prepared(
        Schema schema, Target target, Examples training, Examples validation, List<String> sample, String digest) {}
