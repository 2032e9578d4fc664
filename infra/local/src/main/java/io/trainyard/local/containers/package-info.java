/** Runs container images by the SageMaker contract ({@code train}, {@code serve}, {@code /opt/ml}) as processes or with Docker. */
@NullMarked
package io.trainyard.local.containers;

import org.jspecify.annotations.NullMarked;
