/** The container's program: {@code train} or {@code serve}, by the SageMaker container contract. */
@NullMarked
package io.trainyard.trainer;

import org.jspecify.annotations.NullMarked;
