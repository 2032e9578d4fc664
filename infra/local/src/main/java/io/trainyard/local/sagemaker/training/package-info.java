/** Training jobs: the {@code train} side of the container contract. */
@NullMarked
package io.trainyard.local.sagemaker.training;

import org.jspecify.annotations.NullMarked;
