/** What SageMaker and a container agree on: folders, environment, failure file, signals. */
@NullMarked
package io.trainyard.trainer.contract;

import org.jspecify.annotations.NullMarked;
