/** Models, endpoint configurations and endpoints: the {@code serve} side of the container contract. */
@NullMarked
package io.trainyard.local.sagemaker.hosting;

import org.jspecify.annotations.NullMarked;
