/** SageMaker's control plane as its clients see it: operations, refusals in AWS's words, counted calls. */
@NullMarked
package io.trainyard.local.sagemaker.wire;

import org.jspecify.annotations.NullMarked;
