/** The object store as SageMaker uses it. */
@NullMarked
package io.trainyard.local.sagemaker.objects;

import org.jspecify.annotations.NullMarked;
