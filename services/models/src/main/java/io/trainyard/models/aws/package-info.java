/** The models service as a Lambda, and its adapter to SageMaker. */
@NullMarked
package io.trainyard.models.aws;

import org.jspecify.annotations.NullMarked;
