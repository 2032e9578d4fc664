/** SageMaker on one machine: training jobs, models, endpoints and their events, by the container contract. */
@NullMarked
package io.trainyard.local.sagemaker;

import org.jspecify.annotations.NullMarked;
