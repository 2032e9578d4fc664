/** Service Quotas: what the account may have of SageMaker's instances. */
@NullMarked
package io.trainyard.local.quotas;

import org.jspecify.annotations.NullMarked;
