/** The training service as a Lambda, and its adapter to SageMaker. */
@NullMarked
package io.trainyard.training.aws;

import org.jspecify.annotations.NullMarked;
